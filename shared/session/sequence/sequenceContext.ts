import type { Following } from '#shared/domain/scoring/following.ts';
import type { CommandSequence, Contraindication, TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import type { CodeId } from '#shared/protocol/ids.ts';

/** A code for the sequence, at the session time at which it was heard. */
export type SequenceCode = { readonly code: string; readonly codeId: CodeId; readonly at: number };

/** A step's clock, in absolute session time (ms). */
export type StepClock = { readonly endsAt: number; readonly lengthMs: number };

export type SequenceOutcome = 'correct' | 'near' | 'incorrect' | 'stopped' | 'no-chance' | 'indirect';

/** The time-out of a sequence, from the first time that the child sat down. */
type TimeOut = {
  readonly since: number;
  /** Since when the child sits; undefined while it does not. */
  readonly seatedAt: number | undefined;
  /** The time on the chair before the child last sat down, in ms. */
  readonly chairMsBefore: number;
  readonly escapes: number;
  readonly restarts: number;
  /** What the last escape led to, while the child is off the chair. */
  readonly escape: 'room-warning' | 'no-backup' | 'room' | undefined;
  /** Something was cut off since that escape. Rule SEQ8. */
  readonly cutOff: boolean;
};

/** The running sequence: of a command, or of a broken house rule, which has no command. */
type RunningSequence = {
  readonly command: { readonly codeId: CodeId; readonly at: number; readonly isDirect: boolean } | undefined;
  readonly from: number;
  /** The child was warned of the chair. */
  readonly warned: boolean;
  /** When the time for praise is over, once the child complied. A later gap spoils nothing. */
  readonly praiseBy: number | undefined;
  readonly timeOut: TimeOut | undefined;
};

/** A command whose last step was still due when a house rule was broken. The next code decides it. Rules SEQ9, PDI4. */
type LeftCommand = {
  readonly command: NonNullable<RunningSequence['command']>;
  readonly from: number;
  /** When the time for praise is over, if praise is due. A later gap spoils nothing. */
  readonly praiseBy: number | undefined;
};

type PastSequence = {
  readonly codeId: CodeId | undefined;
  readonly from: number;
  readonly to: number;
  readonly outcome: SequenceOutcome | undefined;
  /** It ended because time-out is contraindicated, and nothing more was due. Rule SEQ13. */
  readonly halted: boolean;
};

/** The state of the sequence. All of it is computed from the codes that it received. */
export type SequenceContext = {
  readonly sequence: CommandSequence;
  readonly settings: TimeOutSettings;
  /** When its step began. */
  readonly since: number;
  readonly clock: StepClock | undefined;
  /** Set if the end of the clock changes the step by itself. */
  readonly alarmAt: number | undefined;
  readonly current: RunningSequence | undefined;
  readonly left: LeftCommand | undefined;
  /** The treatment's one warning of the back-up has been given. Rule SEQ8. */
  readonly roomWarned: boolean;
  /** A gap is open: what is said now may not have been seen or heard. */
  readonly inGap: boolean;
  /** When a child was in time-out, from sitting down to release. The last one is open while it lasts. */
  readonly timeOuts: readonly { readonly from: number; readonly to: number | undefined }[];
  readonly past: readonly PastSequence[];
};

export function beginning(sequence: CommandSequence, settings: TimeOutSettings): SequenceContext {
  return {
    sequence,
    settings,
    since: 0,
    clock: undefined,
    alarmAt: undefined,
    current: undefined,
    left: undefined,
    roomWarned: settings.roomWarningGiven,
    inGap: false,
    timeOuts: [],
    past: [],
  };
}

export function nextStep(context: SequenceContext, at: number): SequenceContext {
  return { ...context, since: at, clock: undefined, alarmAt: undefined };
}

/** The next step, with a clock after which somebody must judge. */
export function wait(context: SequenceContext, at: number, lengthMs: number): SequenceContext {
  return { ...nextStep(context, at), clock: { endsAt: at + lengthMs, lengthMs } };
}

/** The next step, with a clock that leads on by itself. Its last moment is still in time. */
function waitAtMost(context: SequenceContext, at: number, lengthMs: number): SequenceContext {
  return { ...wait(context, at, lengthMs), alarmAt: at + lengthMs + 1 };
}

export function beginCommand(context: SequenceContext, { code, codeId, at }: SequenceCode): SequenceContext {
  const { direct, clocks } = context.sequence;
  const isDirect = direct.includes(code);
  const current = {
    command: { codeId, at, isDirect },
    from: at,
    warned: false,
    praiseBy: undefined,
    timeOut: undefined,
  };
  const next = { ...context, current };
  return isDirect ? wait(next, at, clocks.responseMs) : waitAtMost(next, at, clocks.responseMs);
}

/** Sends the child to the chair without a command. What was still due for the last command stays open. Rule SEQ9. */
export function beginRule(context: SequenceContext, at: number): SequenceContext {
  const { current, alarmAt } = context;
  const left = current?.command && {
    command: current.command,
    from: current.from,
    praiseBy: current.praiseBy ?? alarmAt,
  };
  return {
    ...nextStep(context, at),
    left: left ?? context.left,
    current: { command: undefined, from: at, warned: false, praiseBy: undefined, timeOut: undefined },
  };
}

/** Since scoring revision 2 the step outlasts its clock: the child may take long, and finishing restarts it. */
export function awaitPraise(context: SequenceContext, at: number): SequenceContext {
  const { clocks, revision } = context.sequence;
  if (revision === 1) return waitAtMost(context, at, clocks.praiseMs);
  const waiting = wait(context, at, clocks.praiseMs);
  const { current } = waiting;
  return current ? { ...waiting, current: { ...current, praiseBy: at + clocks.praiseMs } } : waiting;
}

/** The child sits and the chair's clock starts in full, however long the child sat before. Rules SEQ4, SEQ6, SEQ7. */
export function seat(context: SequenceContext, at: number): SequenceContext {
  const { current, sequence, timeOuts } = context;
  if (current === undefined) return context;
  const before = current.timeOut && leaveChair(current.timeOut, at);
  const timeOut: TimeOut = {
    since: before?.since ?? at,
    seatedAt: at,
    chairMsBefore: before?.chairMsBefore ?? 0,
    escapes: before?.escapes ?? 0,
    restarts: before === undefined ? 0 : before.restarts + 1,
    escape: undefined,
    cutOff: false,
  };
  // Counts as given once the child is back on the chair, not if the procedure was stopped or cut off before.
  const roomWarned = context.roomWarned || (before?.escape === 'room-warning' && !before.cutOff);
  const isOpen = timeOuts.at(-1)?.to === undefined && timeOuts.length > 0;
  const seated = {
    ...context,
    roomWarned,
    current: { ...current, timeOut },
    timeOuts: isOpen ? timeOuts : [...timeOuts, { from: at, to: undefined }],
  };
  return waitQuiet(seated, at, sequence.clocks.chairMs);
}

/** A clock that ends no sooner than its length, and no sooner than the quiet time after the last noise. Rule SEQ5. */
export function waitQuiet(context: SequenceContext, at: number, lengthMs: number): SequenceContext {
  const { quietMs } = context.sequence.clocks;
  const endsAt = at + lengthMs + quietMs;
  return { ...context, since: at, clock: { endsAt, lengthMs: lengthMs + quietMs }, alarmAt: endsAt };
}

/** Noise restarts the quiet time. It never makes the clock shorter. Rule SEQ5. */
export function hearNoise(context: SequenceContext, at: number): SequenceContext {
  const { clock, sequence } = context;
  if (clock === undefined) return context;
  const endsAt = Math.max(clock.endsAt, at + sequence.clocks.quietMs);
  return { ...context, clock: { ...clock, endsAt }, alarmAt: endsAt };
}

/** The one warning was given, and the child's time to comply starts again. */
export function warn(context: SequenceContext, at: number): SequenceContext {
  const waiting = wait(context, at, context.sequence.clocks.responseMs);
  const { current } = waiting;
  return current ? { ...waiting, current: { ...current, warned: true } } : waiting;
}

function leaveChair(timeOut: TimeOut, at: number): TimeOut {
  const { seatedAt, chairMsBefore } = timeOut;
  if (seatedAt === undefined) return timeOut;
  return { ...timeOut, seatedAt: undefined, chairMsBefore: chairMsBefore + at - seatedAt };
}

/** The treatment's one warning of the back-up, the back-up, or the chair again. Rules SEQ7 to SEQ9. */
export function escapeOf({ settings, roomWarned }: SequenceContext): 'room-warning' | 'no-backup' | 'room' {
  if (settings.backup === 'none') return 'no-backup';
  return roomWarned ? 'room' : 'room-warning';
}

export function escape(context: SequenceContext, at: number): SequenceContext {
  const { current } = context;
  if (current?.timeOut === undefined) return context;
  const is = escapeOf(context);
  const off = leaveChair(current.timeOut, at);
  const timeOut = { ...off, escapes: off.escapes + 1, escape: is, cutOff: context.inGap };
  return { ...nextStep(context, at), current: { ...current, timeOut } };
}

/** A gap starts or ends. It interrupted anything that an escape had led to until now. Rule SEQ8. */
export function setGap(context: SequenceContext, inGap: boolean): SequenceContext {
  const { current } = context;
  if (current?.timeOut === undefined || !inGap) return { ...context, inGap };
  return { ...context, inGap, current: { ...current, timeOut: { ...current.timeOut, cutOff: true } } };
}

/** The child may leave the chair. The time-out is over, and its result is still open. */
export function release(context: SequenceContext, at: number): SequenceContext {
  const { current } = context;
  if (current?.timeOut === undefined) return context;
  const timeOut = leaveChair(current.timeOut, at);
  return { ...endTimeOut(nextStep(context, at), at), current: { ...current, timeOut } };
}

function endTimeOut(context: SequenceContext, at: number): SequenceContext {
  return { ...context, timeOuts: context.timeOuts.map((one) => ({ ...one, to: one.to ?? at })) };
}

/** Scoring (`following`) says whether a direct command was followed through; else `otherwise` applies. Rule PDI4. */
export function finish(
  context: SequenceContext,
  at: number,
  otherwise: SequenceOutcome | undefined,
  following: Following | undefined,
): SequenceContext {
  const { current, past } = context;
  const over = endTimeOut(nextStep(context, at), at);
  if (current === undefined) return over;
  const { command, from, praiseBy = at } = current;
  const outcome = command ? outcomeOf(command, following, otherwise) : otherwise;
  const to = Math.min(at, praiseBy);
  const halted = false;
  return { ...over, current: undefined, past: [...past, { codeId: command?.codeId, from, to, outcome, halted }] };
}

function outcomeOf(
  { isDirect }: NonNullable<RunningSequence['command']>,
  following: Following | undefined,
  otherwise: SequenceOutcome | undefined,
): SequenceOutcome | undefined {
  const found = following && 'is' in following && following.is !== 'not-due' ? following.is : otherwise;
  const isFollowed = found === 'correct' || found === 'near' || found === 'incorrect';
  return isFollowed && !isDirect ? 'indirect' : found;
}

/** Decides the command that a broken house rule left open, or gives new time for praise. Rules SEQ9, PDI4. */
export function followLeft(context: SequenceContext, at: number, following: Following): SequenceContext {
  const { left, past, sequence } = context;
  if (left === undefined) return context;
  const { command, from, praiseBy } = left;
  if (!('is' in following)) {
    if (following.next !== 'praise') return context;
    return { ...context, left: { ...left, praiseBy: following.since + sequence.clocks.praiseMs } };
  }
  const outcome = outcomeOf(command, following, 'stopped');
  const to = Math.min(at, praiseBy ?? at);
  return {
    ...context,
    left: undefined,
    past: [...past, { codeId: command.codeId, from, to, outcome, halted: false }],
  };
}

/** Time-out is contraindicated from now on, or allowed again. */
export function setContraindicated(context: SequenceContext, is: Contraindication | null): SequenceContext {
  return { ...context, settings: { ...context.settings, contraindicated: is } };
}

/** The sequence ends before a time-out, or in the middle of one, and counts nowhere. Rule SEQ13. */
export function halt(context: SequenceContext, at: number): SequenceContext {
  const { past, ...over } = finish(context, at, 'stopped', undefined);
  return { ...over, past: past.map((one, index) => (index < context.past.length ? one : { ...one, halted: true })) };
}
