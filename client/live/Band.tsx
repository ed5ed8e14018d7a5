import type { ReactNode } from 'react';
import styles from './Band.module.css';

/** A row for something that needs an answer or must be known. It covers no people in the picture. */
export function Band({
  tone,
  children,
}: {
  readonly tone: 'caution' | 'accent' | 'danger';
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['band']} data-tone={tone} role="group">
      {children}
    </div>
  );
}
