import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { actionOf } from '#client/live/pad/padCells.ts';
import { CodePad } from '#client/live/pad/CodePad.tsx';
import { PadSettings } from '#client/live/pad/PadSettings.tsx';
import { doubtKey, isTyping, keyName } from '#client/live/keyPress.ts';
import { takeKey, useWindowKeys } from '#client/live/useWindowKeys.ts';
import { tallyOf } from '#shared/domain/mastery.ts';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import type { SecondCoding } from '#shared/session/review/reviewState.ts';
import type { SessionWindow } from '#shared/session/sessionState.ts';
import type { Span } from '#shared/domain/codingWindow.ts';
import { PlayerView } from '../player/PlayerView.tsx';
import type { SessionPlayer } from '../player/usePlayer.ts';
import { useReview } from '../reviewContext.ts';
import css from './BlindCoding.module.css';
import { GivenCodes } from './GivenCodes.tsx';
import { SentState } from './SentState.tsx';
import { SpanControls } from './SpanControls.tsx';
import { useCodingHands } from './useCodingHands.ts';
import { useSpan } from './useSpan.ts';

type Props = {
  readonly coding: SecondCoding;
  readonly window: SessionWindow;
  readonly span: Span;
  readonly session: SessionPlayer;
  readonly finishing: boolean;
  readonly problem: ReactNode;
  readonly onFinish: () => void;
};

/** The window's part of the recording beside the pad: keys code, Space plays and pauses, the left arrow goes back. */
export function CodingDesk({ coding, window, span, session, finishing, problem, onFinish }: Props) {
  const { t } = useTranslation('blindCoding');
  const { player } = session;
  const { program, state } = useReview().review;
  const phase = findTreatmentPhase(program, window.kind) ?? program.phases[0];
  const run = useSpan(player, span);
  const hands = useCodingHands(coding, phase, span, player.now);
  const [lit, setLit] = useState<string>();
  const { cells, given, armed, outbox } = hands;

  function give(action: string) {
    setLit(action);
    hands.give(action);
  }

  function down(event: KeyboardEvent) {
    if (isTyping(event.target)) return;
    const act = keyAct(event);
    if (act === undefined) return;
    takeKey(event);
    if (!event.repeat) act();
  }

  function keyAct(event: KeyboardEvent): (() => void) | undefined {
    const doubt = doubtKey(event);
    if (doubt !== undefined) return () => hands.arm(doubt);
    const name = keyName(event);
    if (name === 'escape') return hands.disarm;
    if (name === 'arrowleft') return run.back;
    // A focused button handles Space itself.
    if (name === ' ') return event.target instanceof HTMLButtonElement ? undefined : run.playOrPause;
    const action = actionOf(cells, program, event);
    return action !== undefined && cells.some((cell) => cell.action === action) ? () => give(action) : undefined;
  }

  useWindowKeys(down, () => setLit(undefined));

  const caregiver = state.caregivers.find(({ caregiverId }) => caregiverId === window.caregiverId)?.name ?? '';
  const waits = outbox.unsent.length > 0;
  return (
    <div className={css['desk']}>
      <div className={css['stage']}>
        <PlayerView session={session} />
        <SpanControls run={run} player={player} span={span} />
      </div>
      <div className={css['side']}>
        <header className={css['head']}>
          <h2>{t('title', { phase: phase.name, caregiver })}</h2>
          <p className={coding.independent ? 'quiet small' : 'caution small'}>
            {t(coding.independent ? 'alone' : 'notIndependent')}
          </p>
        </header>
        <CodePad
          cells={cells}
          awake
          counts={tallyOf(given.filter(({ undone }) => !undone).map(({ code }) => code))}
          lit={lit ?? armed?.first}
          give={(action) => {
            give(action);
            setLit(undefined);
          }}
        />
        <p className={css['armed']} role="status">
          {armed &&
            t(`armed.${armed.mode}.${armed.first === undefined ? 'none' : 'one'}`, { first: armed.first ?? '' })}
        </p>
        <GivenCodes
          given={given}
          program={program}
          kind={phase.id}
          from={span[0]}
          onGoTo={(at) => run.goTo(at)}
          onUndo={hands.undo}
        />
        <PadSettings cells={cells} />
        <footer className={css['finish']}>
          <SentState outbox={outbox} isOver={run.isOver} />
          {problem}
          <HoldButton disabled={finishing || waits} onHeld={onFinish}>
            {t('finish')}
          </HoldButton>
          <p className="quiet small">{t('finishHint')}</p>
        </footer>
      </div>
    </div>
  );
}
