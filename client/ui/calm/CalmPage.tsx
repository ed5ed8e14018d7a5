import type { ReactNode } from 'react';
import css from './CalmPage.module.css';

/** A whole page that says one thing, in the middle. */
export function CalmPage({ children, isDark = false }: { readonly children: ReactNode; readonly isDark?: boolean }) {
  return <main className={`${css['page'] ?? ''} ${isDark ? (css['dark'] ?? '') : ''}`}>{children}</main>;
}
