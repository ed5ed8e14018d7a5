import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { formatClock } from '#client/ui/formatClock.ts';
import type { ParticipantId, RemarkId } from '#shared/protocol/ids.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { personIn } from '#shared/session/review/personIn.ts';
import { useReview } from '../reviewContext.ts';
import { wallTime } from '../wallTime.ts';
import css from './Remarks.module.css';

type Props = {
  readonly remark: {
    readonly remarkId: RemarkId;
    readonly about: number | null;
    readonly by: ParticipantId;
    readonly at?: number;
  };
  readonly busy: boolean;
  readonly isAnswer?: boolean;
  readonly onEnter: (entry: ReviewEntry) => Promise<boolean>;
};

/** A remark's moment, author and date. One's own can be removed. */
export function RemarkHead({ remark, busy, isAnswer = false, onEnter }: Props) {
  const { t } = useTranslation('remarks');
  const { whenOf } = useClinicTime();
  const { review, player } = useReview();
  const { state, self } = review;
  const { remarkId, about, by, at } = remark;
  const { name } = personIn(state, by);
  const isOwn = by === self.participantId;
  const time = about === null ? t('whole') : formatClock(about, 'up');
  return (
    <p className={css['head']}>
      {isAnswer ? null : about === null ? (
        <span className="quiet small">{t('whole')}</span>
      ) : (
        <button
          type="button"
          className={css['time']}
          aria-label={t('goTo', { time })}
          onClick={() => player.playAround(about)}
        >
          {time}
        </button>
      )}
      <strong>{isOwn ? t('you', { name }) : name}</strong>
      {at === undefined ? null : <span className="quiet small">{whenOf(wallTime(state, at))}</span>}
      {isOwn && (
        <Button
          className={css['remove']}
          variant="subtle"
          color="gray"
          size="compact-xs"
          disabled={busy}
          aria-label={t('removeOf', { time })}
          title={t('removeHint')}
          onClick={() => void onEnter({ type: 'remark.remove', remarkId })}
        >
          {t('remove')}
        </Button>
      )}
    </p>
  );
}
