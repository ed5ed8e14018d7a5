import type { ReactNode } from 'react';
import { StatusDot, type StatusTone } from '#client/ui/StatusDot.tsx';
import css from './DeviceCheck.module.css';

type Props = {
  readonly tone: StatusTone;
  readonly says: string;
  readonly children?: ReactNode;
};

/** One result with its controls. The text is announced when it changes. */
export function CheckRow({ tone, says, children }: Props) {
  return (
    <div className={css['row']}>
      {children}
      <p role="status" className={css['says']}>
        <StatusDot tone={tone} label={says} />
      </p>
    </div>
  );
}
