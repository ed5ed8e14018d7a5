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
import css from './ReviewGate.module.css';
import { useReview } from './reviewContext.ts';
import { SessionPanel } from './session/SessionPanel.tsx';
import { useEnter } from './useEnter.ts';

/** The page before a reader has seen any code: what this session is, and the two ways to review it. Rule REV1. */
export function ReviewGate() {
  const { t } = useTranslation('review');
  const { review } = useReview();
  const { failure, busy, enter } = useEnter();
  return (
    <div className={css['gate']}>
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
      <div className={css['ways']}>
        <section className={css['way']} aria-labelledby="code-first">
          <h2 id="code-first">
            {t('gate.code.title')} <Why rule="REV1" about={t('gate.code.title')} />
          </h2>
          <p>{t('gate.code.text')}</p>
          {review.state.windows.length === 0 ? <p className={css['none']}>{t('gate.code.none')}</p> : null}
          <ul className={css['windows']}>
            {review.state.windows.map((window) => (
              <WindowChoice key={window.windowId} window={window} busy={busy} onStart={(entry) => void enter(entry)} />
            ))}
          </ul>
        </section>
        <section className={css['way']} aria-labelledby="open-now">
          <h2 id="open-now">{t('gate.open.title')}</h2>
          <p>{t('gate.open.text')}</p>
          <Button variant="default" disabled={busy} onClick={() => void enter({ type: 'review.open' })}>
            {t('gate.open.action')}
          </Button>
        </section>
      </div>
      <section className={css['about']} aria-labelledby="about">
        <h2 id="about">{t('gate.about')}</h2>
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
        {t('gate.code.window', { phase, caregiver, length: formatClock(codedMs(window, Infinity), 'up') })}
      </Button>
      {seen && <p className={css['seen']}>{t('gate.code.seen')}</p>}
    </li>
  );
}
