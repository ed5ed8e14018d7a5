import type { ReactNode } from 'react';
import css from './CalmPage.module.css';

/** A whole page with one message, in the middle. */
export function CalmPage({ children, isDark = false }: { readonly children: ReactNode; readonly isDark?: boolean }) {
  return <main className={`${css['page'] ?? ''} ${isDark ? (css['dark'] ?? '') : ''}`}>{children}</main>;
}
