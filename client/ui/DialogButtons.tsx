import type { ReactNode } from 'react';
import css from './DialogButtons.module.css';

/** The buttons at the end of a dialog, or of a panel. In a dialog they stay in view, even in a low window. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <div className={`actions ${css['buttons'] ?? ''}`}>{children}</div>;
}
