import type { ReactNode } from 'react';
import css from './Section.module.css';

type Props = {
  /** Also its anchor on the page. */
  readonly id: string;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** One section of a family's page. */
export function Section({ id, title, lead, actions, children }: Props) {
  return (
    <section id={id} className={css['section']} aria-labelledby={`${id}-title`}>
      <header className={css['top']}>
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {lead === undefined ? null : <p className={css['lead']}>{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
