import type { ReactNode } from 'react';
import css from './Section.module.css';

type Props = {
  /** Also its address on the page. */
  readonly id: string;
  readonly title: string;
  readonly lead?: string | undefined;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** One part of a family's page. */
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
