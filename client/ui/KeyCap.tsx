import type { ReactNode } from 'react';
import css from './KeyCap.module.css';

type Props = {
  readonly children: ReactNode;
  /** Drawn in the color of its button. */
  readonly isOnButton?: boolean;
};

/** A key as drawn on a keyboard. */
export function KeyCap({ children, isOnButton = false }: Props) {
  return <kbd className={`${css['key'] ?? ''} ${isOnButton ? (css['onButton'] ?? '') : ''}`}>{children}</kbd>;
}
