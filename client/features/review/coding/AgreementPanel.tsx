import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { ReliabilityReport } from '#client/reliability/ReliabilityReport.tsx';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import { CodingId } from '#shared/protocol/ids.ts';
import { type CoderPair, reliabilityOf } from '#shared/session/review/reliabilityOf.ts';
import { isIndependent } from '#shared/session/review/reviewSight.ts';
import { type SessionWindow, startOf } from '#shared/session/sessionState.ts';
import { useReview } from '../reviewContext.ts';
import { useEnter } from '../useEnter.ts';
import { ImportButton } from '../import/ImportButton.tsx';
import css from './AgreementPanel.module.css';

/** The agreement of any two coders of a window, and a button to code it once more. Rules REL, REV1. */
export function AgreementPanel() {
  const { t } = useTranslation('blindCoding');
  const { review, player } = useReview();
  const { state, program } = review;
  const [chosenWindow, setWindow] = useState<string>();
  const [chosenPair, setPair] = useState<string>();
  const pairs = reliabilityOf(state, program);
  const window =
    state.windows.find(({ windowId }) => windowId === chosenWindow) ??
    state.windows.find(({ windowId }) => pairs.some((pair) => pair.windowId === windowId)) ??
    state.windows[0];
  if (window === undefined) {
    return <EmptyState title={t('agreement.noWindow.title')}>{t('agreement.noWindow.text')}</EmptyState>;
  }
  const ofWindow = pairs.filter(({ windowId }) => windowId === window.windowId);
  const pair = ofWindow.find((one) => idOf(one) === chosenPair) ?? ofWindow[0];
  const named = ({ name, how }: CoderPair['reference']) =>
    t('agreement.coder', { name, kind: t(`agreement.kind.${how}`) });
  return (
    <div className={css['panel']}>
      <div className={css['choices']}>
        <NativeSelect
          label={t('agreement.window')}
          value={window.windowId}
          data={state.windows.map((one) => ({ value: one.windowId, label: windowName(one) }))}
          onChange={(event) => setWindow(event.currentTarget.value)}
        />
        {ofWindow.length > 1 && pair !== undefined && (
          <NativeSelect
            label={t('agreement.pair')}
            value={idOf(pair)}
            data={ofWindow.map((one) => ({
              value: idOf(one),
              label: t('agreement.pairName', { one: named(one.reference), other: named(one.trainee) }),
            }))}
            onChange={(event) => setPair(event.currentTarget.value)}
          />
        )}
      </div>
      {pair === undefined ? (
        <EmptyState title={t('agreement.nobody.title')}>
          {t(player.hasRecording ? 'agreement.nobody.text' : 'agreement.nobody.unrecorded')}
        </EmptyState>
      ) : (
        <ReliabilityReport key={idOf(pair)} pair={pair} program={program} onPlay={player.playAround} />
      )}
      <CodeAgain key={window.windowId} window={window} />
      <ImportButton />
    </div>
  );

  function windowName(one: SessionWindow): string {
    const phase = findTreatmentPhase(program, one.kind)?.shortName ?? one.kind;
    const caregiver = state.caregivers.find(({ caregiverId }) => caregiverId === one.caregiverId)?.name ?? '';
    return t('agreement.windowName', { phase, caregiver, at: formatClock(startOf(one) ?? 0, 'up') });
  }
}

function idOf({ reference, trainee }: CoderPair): string {
  return `${reference.id} ${trainee.id}`;
}

/** Starts a second coding of a window. The review is closed until it is finished. */
function CodeAgain({ window: { windowId } }: { readonly window: SessionWindow }) {
  const { t } = useTranslation('blindCoding');
  const { review, player } = useReview();
  const { failure, busy, enter } = useEnter();
  const { state, self } = review;
  const going = state.review.codings
    .filter((one) => one.windowId === windowId && !one.finished)
    .map(({ coderName }) => coderName);
  return (
    <section className={css['again']}>
      {going.length > 0 && <p>{t('agreement.going', { names: new Intl.ListFormat('en').format(going) })}</p>}
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
      <Button
        variant="default"
        disabled={busy || !player.hasRecording}
        onClick={() => void enter({ type: 'coding.start', codingId: CodingId.parse(crypto.randomUUID()), windowId })}
      >
        {t('agreement.again')}
      </Button>
      {!player.hasRecording && <p>{t('agreement.noRecording')}</p>}
      {player.hasRecording && !isIndependent(state, self.participantId, windowId) && <p>{t('agreement.againSeen')}</p>}
    </section>
  );
}
