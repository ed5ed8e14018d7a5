import { useMemo } from 'react';
import { cellsOf } from '#client/live/pad/padCells.ts';
import { useDoubt } from '#client/live/pad/useDoubt.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import type { CandidateMode } from '#shared/domain/scoring/resolveCandidates.ts';
import { CodeId } from '#shared/protocol/ids.ts';
import type { SecondCoding } from '#shared/session/review/reviewState.ts';
import type { Span } from '#shared/domain/codingWindow.ts';
import { useReview } from '../reviewContext.ts';
import { givenCodes, lastStanding } from './givenCodes.ts';
import { useCodingOutbox } from './useCodingOutbox.ts';

/** A blind coder's actions: code, two codes for one utterance, and undo. Rules COD3, COD4, REV4. */
export function useCodingHands(coding: SecondCoding, phase: TreatmentPhase, [from, to]: Span, now: () => number) {
  const { program, enter } = useReview().review;
  const { codingId } = coding;
  const outbox = useCodingOutbox(codingId, enter);
  const doubt = useDoubt(program);
  const given = givenCodes(coding.codes, outbox.unsent);
  // Sequence steps are the coach's actions. Coders are compared by what parent and child did.
  const cells = useMemo(
    () =>
      cellsOf(program, phase).filter(
        ({ action, definition }) =>
          action === 'undo' || definition?.stream === 'parent' || definition?.stream === 'child',
      ),
    [program, phase],
  );

  function undo(codeId: CodeId) {
    outbox.add({ type: 'coding.undo', codingId, codeId });
  }

  function send(code: string, at: number, why: { candidates?: string[]; mode?: CandidateMode } = {}) {
    const codeId = CodeId.parse(crypto.randomUUID());
    outbox.add({ type: 'coding.code', codingId, codeId, code, heardAt: Math.round(Math.max(at, 0)), ...why });
  }

  return {
    cells,
    given,
    outbox,
    armed: doubt.armed,
    disarm: doubt.disarm,
    undo,
    arm: (mode: CandidateMode) => doubt.arm(mode, now()),
    /** A code or `undo`. Ignored outside the window. */
    give(action: string) {
      if (action === 'undo') {
        const last = lastStanding(given);
        if (doubt.isArmed()) doubt.disarm();
        else if (last !== undefined) undo(last);
        return;
      }
      const at = now();
      if (at < from || at > to) return;
      if (!doubt.isArmed()) {
        send(action, at);
        return;
      }
      const settled = doubt.take(action);
      if (settled === undefined) return;
      const { candidates, mode } = settled.doubt ?? {};
      send(settled.code, settled.timeStamp, candidates && mode ? { candidates: [...candidates], mode } : {});
    },
  };
}
