import type { ReactNode } from 'react';
import styles from './Bands.module.css';

/** Where bands stand: over the wall at the top of the room, under the line that says what is going on. */
export function Bands({ children }: { readonly children: ReactNode }) {
  return <div className={styles['bands']}>{children}</div>;
}

/** Something that wants an answer or must be known, in a row that covers nobody. */
export function Band({ tone, children }: { readonly tone: 'caution' | 'accent'; readonly children: ReactNode }) {
  return (
    <div className={styles['band']} data-tone={tone} role="group">
      {children}
    </div>
  );
}
