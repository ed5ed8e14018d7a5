import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Why } from '#client/ui/Why.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { codedMs } from '#shared/domain/codingWindow.ts';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import { CodingId } from '#shared/protocol/ids.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { isIndependent } from '#shared/session/review/reviewSight.ts';
import type { SessionWindow } from '#shared/session/sessionState.ts';
import css from './Door.module.css';
import { useReview } from './reviewContext.ts';
import { SessionPanel } from './session/SessionPanel.tsx';
import { useEnter } from './useEnter.ts';

/** Before anybody is shown a code: what this session is, and the two ways in. Rule REV1. */
export function Door() {
  const { t } = useTranslation('review');
  const { review } = useReview();
  const { failure, busy, enter } = useEnter();
  return (
    <div className={css['door']}>
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
      <div className={css['ways']}>
        <section className={css['way']} aria-labelledby="code-first">
          <h2 id="code-first">
            {t('door.code.title')} <Why rule="REV1" about={t('door.code.title')} />
          </h2>
          <p>{t('door.code.text')}</p>
          {review.state.windows.length === 0 ? <p className={css['none']}>{t('door.code.none')}</p> : null}
          <ul className={css['windows']}>
            {review.state.windows.map((window) => (
              <WindowChoice key={window.windowId} window={window} busy={busy} onStart={(entry) => void enter(entry)} />
            ))}
          </ul>
        </section>
        <section className={css['way']} aria-labelledby="open-now">
          <h2 id="open-now">{t('door.open.title')}</h2>
          <p>{t('door.open.text')}</p>
          <Button variant="default" disabled={busy} onClick={() => void enter({ type: 'review.open' })}>
            {t('door.open.action')}
          </Button>
        </section>
      </div>
      <section className={css['about']} aria-labelledby="about">
        <h2 id="about">{t('door.about')}</h2>
        <SessionPanel />
      </section>
    </div>
  );
}

type WindowChoiceProps = {
  readonly window: SessionWindow;
  readonly busy: boolean;
  readonly onStart: (entry: ReviewEntry) => void;
};

function WindowChoice({ window, busy, onStart }: WindowChoiceProps) {
  const { t } = useTranslation('review');
  const { review } = useReview();
  const { program, state, self } = review;
  const caregiver = state.caregivers.find(({ caregiverId }) => caregiverId === window.caregiverId)?.name ?? '';
  const phase = findTreatmentPhase(program, window.kind)?.shortName ?? window.kind;
  const seen = !isIndependent(state, self.participantId, window.windowId);
  return (
    <li>
      <Button
        variant="default"
        disabled={busy}
        onClick={() =>
          onStart({
            type: 'coding.start',
            codingId: CodingId.parse(crypto.randomUUID()),
            windowId: window.windowId,
          })
        }
      >
        {t('door.code.window', { phase, caregiver, length: formatClock(codedMs(window, Infinity), 'up') })}
      </Button>
      {seen && <p className={css['seen']}>{t('door.code.seen')}</p>}
    </li>
  );
}
