import { useMemo } from 'react';
import type { LiveView } from '#client/api/liveView.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { sequenceNow, type SequenceView } from '#shared/session/sequence/sequenceView.ts';
import { useLiveParts, useLiveView } from './LiveContext.tsx';
import { useTick } from './useTick.ts';
import { ownCodes } from './windowScore.ts';

/** Often enough that a clock's end is seen at once. */
const TICK_MS = 250;

/** The sequence as this screen has it: with what was just pressed here, before the server answers. */
export function sequenceOn(view: LiveView, programme: Programme, now: number): SequenceView | undefined {
  return sequenceNow({ ...view.session, codes: ownCodes(view) }, programme, now);
}

/** The sequence now, drawn again at each press, and while it runs as its clock goes on. */
export function useSequence(programme: Programme): SequenceView | undefined {
  const { live } = useLiveParts();
  const view = useLiveView();
  const session = useMemo(() => ({ ...view.session, codes: ownCodes(view) }), [view]);
  const sequence = sequenceNow(session, programme, live.now());
  useTick(TICK_MS, sequence?.isRunning === true);
  return sequence;
}
