import { useMemo } from 'react';
import type { LiveView } from '#client/api/liveView.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { sequenceNow, type SequenceView } from '#shared/session/sequence/sequenceView.ts';
import { useLiveParts, useLiveView } from './LiveContext.tsx';
import { useTick } from './useTick.ts';
import { ownCodes } from './windowScore.ts';

/** Often enough that the end of a clock is seen immediately. */
const TICK_MS = 250;

/** The sequence on this screen, including unsent presses. */
export function sequenceOn(view: LiveView, program: Program, now: number): SequenceView | undefined {
  return sequenceNow({ ...view.session, codes: ownCodes(view) }, program, now);
}

/** The sequence now. Renders at each press, and while its clock runs. */
export function useSequence(program: Program): SequenceView | undefined {
  const { live } = useLiveParts();
  const view = useLiveView();
  const session = useMemo(() => ({ ...view.session, codes: ownCodes(view) }), [view]);
  const sequence = sequenceNow(session, program, live.now());
  useTick(TICK_MS, sequence?.isRunning === true);
  return sequence;
}
