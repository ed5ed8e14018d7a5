import type { ReactNode } from 'react';
import css from './Answers.module.css';

type Props = { readonly label?: string; readonly children: ReactNode };

/** Equal buttons, side by side where they fit. */
export function Answers({ label, children }: Props) {
  return (
    <div className={css['answers']} role={label && 'group'} aria-label={label}>
      {children}
    </div>
  );
}
