import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Leftovers } from '#client/api/leftovers.ts';
import type { UnsentPress } from '#client/api/outbox.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import css from './NotKept.module.css';

type Props = {
  readonly refused: Leftovers['refused'];
  /** What can be done about it. */
  readonly children?: ReactNode;
};

/** The presses that the server refused, each with its session time. Rule LOG5. */
export function NotKept({ refused, children }: Props) {
  const { t } = useTranslation();
  if (refused.length === 0) return null;
  const words = (press: UnsentPress) => {
    // Older pages did not store the time of an undo or a judgment.
    const time = press.pressedAt === undefined ? '–' : formatClock(press.pressedAt, 'up');
    if (press.kind === 'code') return t('notKept.code', { code: press.code, time });
    if (press.kind === 'undo') return t('notKept.undo', { time });
    return t(press.effective ? 'notKept.effective' : 'notKept.notEffective', { time });
  };
  return (
    <ErrorNote
      happened={t('notKept.happened', { count: refused.length })}
      kept={t('notKept.why')}
      action={
        <>
          <ul className={css['codes']}>
            {refused.map((press) => (
              <li key={press.pressId}>{words(press)}</li>
            ))}
          </ul>
          {children}
        </>
      }
    />
  );
}
