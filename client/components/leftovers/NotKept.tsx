import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Leftovers } from '#client/api/leftovers.ts';
import { ErrorNote } from '#client/components/ErrorNote.tsx';
import { formatClock } from '#client/components/formatClock.ts';
import css from './NotKept.module.css';

type Props = {
  readonly refused: Leftovers['refused'];
  /** What can be done about it. */
  readonly children?: ReactNode;
};

/** The codes that the server did not take, each with its time in the session, so that nothing goes without a word. Rule LOG5. */
export function NotKept({ refused, children }: Props) {
  const { t } = useTranslation();
  const codes = refused.flatMap((press) => (press.kind === 'code' ? [press] : []));
  if (codes.length === 0) return null;
  return (
    <ErrorNote
      happened={t('notKept.happened', { count: codes.length })}
      kept={t('notKept.why')}
      action={
        <>
          <ul className={css['codes']}>
            {codes.map(({ pressId, code, pressedAt }) => (
              <li key={pressId}>{t('notKept.code', { code, time: formatClock(pressedAt, 'up') })}</li>
            ))}
          </ul>
          {children}
        </>
      }
    />
  );
}
