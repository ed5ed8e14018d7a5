import type { ReactNode } from 'react';
import styles from './Bands.module.css';

/** The place for bands: at the top of the room, below the status line. */
export function Bands({ children }: { readonly children: ReactNode }) {
  return <div className={styles['bands']}>{children}</div>;
}

/** A row for something that needs an answer or must be known. It covers no people in the picture. */
export function Band({ tone, children }: { readonly tone: 'caution' | 'accent'; readonly children: ReactNode }) {
  return (
    <div className={styles['band']} data-tone={tone} role="group">
      {children}
    </div>
  );
}
