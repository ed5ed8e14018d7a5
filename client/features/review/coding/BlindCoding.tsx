import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { useReview } from '../reviewContext.ts';
import type { SessionPlayer } from '../player/usePlayer.ts';
import { useEnter } from '../useEnter.ts';
import css from './BlindCoding.module.css';
import { CodingDesk } from './CodingDesk.tsx';
import { windowSpan } from './windowSpan.ts';

/** A window coded from the recording, without seeing anybody else's codes. Rules REV1, REV4. */
export function BlindCoding({ session }: { readonly session: SessionPlayer }) {
  const { player, recording } = session;
  const { t } = useTranslation('blindCoding');
  const { state, self } = useReview().review;
  const { failure, busy, enter } = useEnter();
  const coding = state.review.codings.find(
    ({ coder, finished, source }) => coder === self.participantId && !finished && source === 'recording',
  );
  const window = state.windows.find(({ windowId }) => windowId === coding?.windowId);
  if (coding === undefined || window === undefined) return null;

  if (recording === 'asked') return <Loading />;
  if (recording === 'unknown') {
    return (
      <EmptyState
        title={t('unreachable.title')}
        action={<Button onClick={session.askAgain}>{t('unreachable.again')}</Button>}
      >
        {t('unreachable.text')}
      </EmptyState>
    );
  }
  const finish = () => void enter({ type: 'coding.finish', codingId: coding.codingId });
  const span = player.hasRecording ? windowSpan(window) : undefined;
  const problem = failure === undefined ? null : <HttpErrorNote error={failure} kept />;
  if (span === undefined) {
    return (
      <EmptyState
        title={t('noRecording.title')}
        action={
          <div className={css['finish']}>
            {problem}
            <HoldButton disabled={busy} onHeld={finish}>
              {t('finish')}
            </HoldButton>
          </div>
        }
      >
        {t('noRecording.text')}
      </EmptyState>
    );
  }
  return (
    <CodingDesk
      key={coding.codingId}
      coding={coding}
      window={window}
      span={span}
      session={session}
      finishing={busy}
      problem={problem}
      onFinish={finish}
    />
  );
}
