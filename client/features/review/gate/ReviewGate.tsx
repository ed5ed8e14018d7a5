import { Button } from '@mantine/core';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Why } from '#client/ui/Why.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { codedMs } from '#shared/domain/codingWindow.ts';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import { CodingId } from '#shared/protocol/ids.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import type { SessionWindow } from '#shared/session/sessionState.ts';
import { useReview } from '../reviewContext.ts';
import { SessionPanel } from '../session/SessionPanel.tsx';
import { useEnter } from '../useEnter.ts';
import css from './ReviewGate.module.css';
import { type WindowForCoding, windowForCoding } from './windowForCoding.ts';

/** Before any code is shown: windows that this person can code blind, and a button that opens the review. Rule REV1. */
export function ReviewGate() {
  const { t } = useTranslation('review');
  const { review } = useReview();
  const { failure, busy, enter } = useEnter();
  const { state, self } = review;
  const windows = state.windows.map((window) => ({
    window,
    coding: windowForCoding(state, self.participantId, window),
  }));
  const left = windows.filter(({ coding }) => coding.is === 'blind').length;
  const isKept = windows.some(({ coding }) => coding.is === 'coded');
  return (
    <div className={css['gate']}>
      <Link to="/reviews" className={css['back']}>
        <IconArrowLeft size={18} aria-hidden="true" /> {t('gate.back')}
      </Link>
      {isKept ? (
        <div role="status" className={css['kept']}>
          <p className="strong">{t('gate.kept.title')}</p>
          <p>{t(left === 0 ? 'gate.kept.open' : 'gate.kept.more', { count: left })}</p>
        </div>
      ) : null}
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
      <section aria-labelledby="code-first">
        <h2 id="code-first">
          {t('gate.code.title')} <Why rule="REV1" about={t('gate.code.title')} />
        </h2>
        <p>{t(windows.length === 0 ? 'gate.code.none' : 'gate.code.text')}</p>
        <ul className="rows">
          {windows.map(({ window, coding }) => (
            <WindowRow
              key={window.windowId}
              window={window}
              coding={coding}
              busy={busy}
              onStart={(entry) => void enter(entry)}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="open-now">
        <h2 id="open-now">{t('gate.open.title')}</h2>
        <p>{t(left === 0 ? 'gate.open.textOnly' : 'gate.open.text')}</p>
        <Button
          variant={left === 0 ? 'filled' : 'default'}
          disabled={busy}
          onClick={() => void enter({ type: 'review.open' })}
        >
          {t('gate.open.action')}
        </Button>
      </section>
      <section aria-labelledby="about">
        <h2 id="about">{t('gate.about')}</h2>
        <SessionPanel />
      </section>
    </div>
  );
}

type WindowRowProps = {
  readonly window: SessionWindow;
  readonly coding: WindowForCoding;
  readonly busy: boolean;
  readonly onStart: (entry: ReviewEntry) => void;
};

/** One window: whether it can be coded blind, and if not, why. */
function WindowRow({ window, coding, busy, onStart }: WindowRowProps) {
  const { t } = useTranslation('review');
  const { program, state } = useReview().review;
  const caregiver = state.caregivers.find(({ caregiverId }) => caregiverId === window.caregiverId)?.name ?? '';
  const phase = findTreatmentPhase(program, window.kind)?.shortName ?? window.kind;
  const name = t('gate.window.name', { phase, caregiver, length: formatClock(codedMs(window, Infinity), 'up') });
  const action = {
    blind: 'code',
    led: 'codeAnyway',
    seen: 'codeAnyway',
    unrecorded: undefined,
    coded: undefined,
  } as const;
  const does = action[coding.is];
  return (
    <li className={css['window']}>
      <div>
        <p className="strong">{name}</p>
        <p className={css['says']}>
          {coding.is === 'coded' ? <IconCheck size={16} aria-hidden="true" /> : null}
          {coding.is === 'coded' ? t('gate.window.coded', { count: coding.codes }) : t(`gate.window.${coding.is}`)}
        </p>
      </div>
      {does === undefined ? null : (
        <Button
          variant={does === 'code' ? 'filled' : 'subtle'}
          disabled={busy}
          aria-label={t(`gate.window.${does}Of`, { name })}
          onClick={() =>
            onStart({
              type: 'coding.start',
              codingId: CodingId.parse(crypto.randomUUID()),
              windowId: window.windowId,
            })
          }
        >
          {t(`gate.window.${does}`)}
        </Button>
      )}
    </li>
  );
}
