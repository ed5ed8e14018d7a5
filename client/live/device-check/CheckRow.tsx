import type { ReactNode } from 'react';
import { StatusDot, type StatusTone } from '#client/ui/StatusDot.tsx';
import css from './DeviceCheck.module.css';

type Props = {
  readonly tone: StatusTone;
  readonly says: string;
  readonly children?: ReactNode;
};

/** One finding with its controls. The words are announced when they change. */
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
