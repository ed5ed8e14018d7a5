import type { ReactNode } from 'react';
import css from './KeyCap.module.css';

type Props = {
  readonly children: ReactNode;
  readonly pressed?: boolean;
};

/** A key as drawn on a keyboard. */
export function KeyCap({ children, pressed = false }: Props) {
  return <kbd className={`${css['key'] ?? ''} ${pressed ? (css['pressed'] ?? '') : ''}`}>{children}</kbd>;
}
