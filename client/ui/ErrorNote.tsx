import type { ReactNode } from 'react';
import css from './ErrorNote.module.css';

type Props = {
  readonly happened: string;
  readonly kept?: string | undefined;
  readonly next?: string | undefined;
  /** A button that does what `next` says. */
  readonly action?: ReactNode;
};

/** Says what happened, what was kept and what to do next. Announced immediately. */
export function ErrorNote({ happened, kept, next, action }: Props) {
  return (
    <div role="alert" className={css['note']}>
      <p className="strong">{happened}</p>
      {kept === undefined ? null : <p>{kept}</p>}
      {next === undefined ? null : <p>{next}</p>}
      {action === undefined ? null : <div className={css['action']}>{action}</div>}
    </div>
  );
}
