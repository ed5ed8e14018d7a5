import type { ReactNode } from 'react';
import css from './EmptyState.module.css';

type Props = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode };

/** An empty page or list: says so, and what to do next. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={css['empty']}>
      <p className="large strong">{title}</p>
      {children === undefined ? null : <p className={css['text']}>{children}</p>}
      {action === undefined ? null : <div className={css['action']}>{action}</div>}
    </div>
  );
}
