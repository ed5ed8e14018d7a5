import type { ReactNode } from 'react';
import css from './ReadingPage.module.css';

/** A page of a family that is longer than the screen: one column for a phone, read from top to bottom. */
export function ReadingPage({ children }: { readonly children: ReactNode }) {
  return <main className={css['page']}>{children}</main>;
}
