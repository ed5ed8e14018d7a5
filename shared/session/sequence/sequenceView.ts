import type { GapCause } from '#shared/domain/gapCauses.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { openCommands } from '#shared/domain/scoring/openCommands.ts';
import { scriptFor, type SequenceStep } from '#shared/domain/sequence/commandSequence.ts';
import type { CodeId } from '#shared/protocol/ids.ts';
import { programOf, treatmentPhaseNow } from '../programOf.ts';
import { type SessionState, standingCodes } from '../sessionState.ts';
import { followSequence } from './followSequence.ts';
import { type SequenceAction, sequenceActions } from './sequenceActions.ts';
import { bannersOf, lostIn, type SequenceBanner, wasCutOff } from './sequenceBanners.ts';
import type { SequenceOutcome, SequenceContext, StepClock } from './sequenceContext.ts';
import { ringUntil, type SequenceRun, stepOf } from './sequenceRun.ts';

export type { SequenceAction } from './sequenceActions.ts';
export type { SequenceBanner } from './sequenceBanners.ts';

/** What a screen shows of the running sequence, or of play between two. */
export type SequenceView = {
  readonly step: SequenceStep;
  readonly since: number;
  /** What is awaited, in absolute session time (ms); over once `endsAt` has passed. */
  readonly clock: StepClock | undefined;
  readonly turn: 'parent' | 'child' | 'coach';
  readonly command:
    | { readonly codeId: CodeId; readonly at: number; readonly isDirect: boolean; readonly effective: boolean }
    | undefined;
  readonly timeOut:
    | { readonly since: number; readonly chairMs: number; readonly escapes: number; readonly restarts: number }
    | undefined;
  /** The codes that can be given now, the usual ones first. Stop is always among them while a sequence runs. */
  readonly actions: readonly SequenceAction[];
  /** What the parent should say next, from the program. */
  readonly say: string | undefined;
  readonly banners: readonly SequenceBanner[];
  /** The causes of each gap that affected it. Rule WIN5. */
  readonly lost: readonly (readonly GapCause[])[];
  readonly isRunning: boolean;
  /** The last sequence that is over. `isOpen`: its command has no coded response. Rule PDI2. */
  readonly last:
    { readonly outcome: SequenceOutcome | 'interrupted'; readonly at: number; readonly isOpen: boolean } | undefined;
};

/** The sequence at a moment of session time; undefined in a treatment phase without sequences. */
export function sequenceNow(session: SessionState, program: Program, now: number): SequenceView | undefined {
  const run = runNow(session, program, now);
  return run && viewOf(run, session, now);
}

function runNow(session: SessionState, program: Program, now: number): SequenceRun | undefined {
  const phase = findTreatmentPhase(program, treatmentPhaseNow(session, program));
  const run = followSequence(session, program);
  const step = run && stepOf(run);
  // A sequence that is still open when a new treatment phase begins is shown to its end.
  const isShown = phase?.sequence !== undefined || (step !== undefined && step !== 'play');
  return run && isShown ? ringUntil(run, now) : undefined;
}

/** The step alone: a view looks at every code. Undefined where `sequenceNow` is. */
export function stepNow(session: SessionState, now: number): SequenceStep | undefined {
  const program = programOf(session);
  const run = program && runNow(session, program, now);
  return run && stepOf(run);
}

export function sequenceOf(session: SessionState, now: number): SequenceView | undefined {
  const program = programOf(session);
  return program && sequenceNow(session, program, now);
}

function viewOf(run: SequenceRun, session: SessionState, now: number): SequenceView {
  const { context } = run;
  const step = stepOf(run);
  return {
    step,
    since: context.since,
    clock: context.clock,
    turn: turnOf(run, now),
    command: commandOf(context, session),
    timeOut: timeOutOf(context, now),
    actions: sequenceActions(run),
    say: sayOf(run),
    banners: bannersOf(run, session, now),
    lost: lostIn(run, session, now),
    isRunning: step !== 'play',
    last: lastOf(context, session),
  };
}

const CHILDS: readonly SequenceStep[] = ['command-wait', 'warn-wait', 'on-chair'];

/** Who acts next. The coach decides if the child's time to respond is over. */
function turnOf(run: SequenceRun, now: number): SequenceView['turn'] {
  const { clock } = run.context;
  const step = stepOf(run);
  const isWaiting = step === 'redo' || step === 'to-room' ? clock !== undefined : CHILDS.includes(step);
  if (!isWaiting) return 'parent';
  return clock !== undefined && clock.endsAt < now ? 'coach' : 'child';
}

/** None while a response is awaited, and no mention of a back-up that nobody signed for. */
function sayOf(run: SequenceRun): string | undefined {
  const { clock, current, sequence, settings } = run.context;
  const step = stepOf(run);
  const isSaid = (step === 'redo' || step === 'to-room') && clock !== undefined;
  const isThreat = step === 'escape' && current?.timeOut?.escape !== 'room-warning';
  if (isSaid || isThreat) return undefined;
  const opened = current !== undefined && current.command === undefined ? 'rule' : 'command';
  const after = current?.warned === true ? 'warning' : opened;
  return scriptFor(sequence.says, step, { after, backup: settings.backup });
}

function commandOf({ current }: SequenceContext, { codes }: SessionState): SequenceView['command'] {
  const command = current?.command;
  if (command === undefined) return undefined;
  const effective = codes.find(({ codeId }) => codeId === command.codeId)?.effective ?? true;
  return { ...command, effective };
}

function timeOutOf({ current }: SequenceContext, now: number): SequenceView['timeOut'] {
  const timeOut = current?.timeOut;
  if (timeOut === undefined) return undefined;
  const { since, seatedAt, chairMsBefore, escapes, restarts } = timeOut;
  const sitting = seatedAt === undefined ? 0 : Math.max(0, now - seatedAt);
  return { since, chairMs: chairMsBefore + sitting, escapes, restarts };
}

function lastOf({ past, sequence }: SequenceContext, session: SessionState): SequenceView['last'] {
  const last = past.findLast(({ outcome }) => outcome !== undefined);
  if (last?.outcome === undefined) return undefined;
  const { from, to, outcome, codeId } = last;
  const counting = standingCodes(session).filter(({ byLead }) => byLead);
  const said = counting.map((entry) => ({ ...entry, at: entry.heardAt }));
  const isOpen = [...openCommands(said, sequence, 'with the last')].some((command) => command.codeId === codeId);
  return { outcome: wasCutOff(session, from, to) ? 'interrupted' : outcome, at: to, isOpen };
}

/** The steps in which leaving would abandon a child in the middle of something. Rule SEQ11. */
export function holdsTheSession(view: Pick<SequenceView, 'step'> | undefined): boolean {
  return view !== undefined && !['play', 'praise', 'second-command', 'without-time-out'].includes(view.step);
}
