import { useTranslation } from 'react-i18next';
import { EmptyState } from '#client/components/EmptyState.tsx';
import { HoldButton } from '#client/components/HoldButton.tsx';
import { HttpErrorNote } from '#client/components/HttpErrorNote.tsx';
import { Loading } from '#client/components/Loading.tsx';
import { useReview } from '../reviewContext.ts';
import type { ReviewPlayer } from '../player/createPlayer.ts';
import { useEnter } from '../useEnter.ts';
import css from './BlindCoding.module.css';
import { CodingDesk } from './CodingDesk.tsx';
import { windowStretch } from './windowStretch.ts';

type Props = {
  readonly player: ReviewPlayer;
  /** What was recorded is still being asked for. */
  readonly isOpening: boolean;
};

/** A window coded from the recording, with nothing of anybody else's in sight. Rules REV1, REV4. */
export function BlindCoding({ player, isOpening }: Props) {
  const { t } = useTranslation('blindCoding');
  const { state, self } = useReview().review;
  const { failure, busy, enter } = useEnter();
  const coding = state.review.codings.find(
    ({ coder, finished, source }) => coder === self.participantId && !finished && source === 'recording',
  );
  const window = state.windows.find(({ windowId }) => windowId === coding?.windowId);
  if (coding === undefined || window === undefined) return null;

  if (isOpening) return <Loading />;
  const finish = () => void enter({ type: 'coding.finish', codingId: coding.codingId });
  const stretch = player.hasRecording ? windowStretch(window) : undefined;
  const problem = failure === undefined ? null : <HttpErrorNote error={failure} kept />;
  if (stretch === undefined) {
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
      stretch={stretch}
      player={player}
      finishing={busy}
      problem={problem}
      onFinish={finish}
    />
  );
}
