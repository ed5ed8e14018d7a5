import type { ReactNode } from 'react';
import { RoomView } from './RoomView.tsx';
import styles from './Stage.module.css';

type Props = { readonly strip: ReactNode; readonly bands: ReactNode };

/** The room with its status line and bands. On a phone it stays in view. */
export function Stage({ strip, bands }: Props) {
  return (
    <div className={styles['stage']}>
      {strip}
      <div className={styles['bands']}>{bands}</div>
      <RoomView />
    </div>
  );
}
