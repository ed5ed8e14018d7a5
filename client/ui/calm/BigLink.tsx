import type { ReactNode } from 'react';
import css from './BigButton.module.css';

type Props = { readonly href: string; readonly children: ReactNode };

/** A link to another page of a family, as large as a button. */
export function BigLink({ href, children }: Props) {
  return (
    <a href={href} className={`${css['button'] ?? ''} ${css['quiet'] ?? ''}`}>
      {children}
    </a>
  );
}
