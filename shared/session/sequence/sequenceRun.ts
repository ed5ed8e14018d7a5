import { createActor, type SnapshotFrom, type StateValue } from 'xstate';
import type { Following } from '#shared/domain/scoring/following.ts';
import { beginFollowing, followOne } from '#shared/domain/scoring/followThrough.ts';
import {
  type CommandSequence,
  type Contraindication,
  isInLogAlone,
  SEQUENCE_STEPS,
  type SequenceStep,
  type TimeOutSettings,
} from '#shared/domain/sequence/commandSequence.ts';
import { CodeId } from '#shared/protocol/ids.ts';
import { followLeft, type SequenceCode, type SequenceContext, setGap } from './sequenceContext.ts';
import { sequenceMachine } from './sequenceMachine.ts';
import type { SequenceEvent } from './sequenceSetup.ts';

/** The state of a sequence as plain data. It can be stored, copied, compared and continued. */
export type SequenceRun = {
  readonly value: StateValue;
  readonly context: SequenceContext;
  /** The state of follow-through for the running command, by scoring. Rule PDI4. */
  readonly following: Following | undefined;
  /** The time of the last code that was played. */
  readonly playedTo: number;
};

/** A placeholder for the id of a code that nobody has given. */
const ASKED = CodeId.parse('00000000-0000-4000-8000-000000000000');

type Snapshot = SnapshotFrom<typeof sequenceMachine>;

/** The start of every sequence: in play. */
export function startRun(sequence: CommandSequence, settings: TimeOutSettings): SequenceRun {
  const snapshot = createActor(sequenceMachine, { input: { sequence, settings } }).getSnapshot();
  return { value: snapshot.value, context: snapshot.context, following: undefined, playedTo: 0 };
}

export function stepOf({ value }: Pick<SequenceRun, 'value'>): SequenceStep {
  const name = typeof value === 'string' ? value : Object.keys(value)[0];
  return SEQUENCE_STEPS.find((step) => step === name) ?? 'play';
}

/** Plays one more code, no earlier than those before it. Clocks that ended before it ring first. */
export function playCode(run: SequenceRun, code: SequenceCode): SequenceRun {
  const rung = ringUntil(run, code.at);
  const playedTo = Math.max(run.playedTo, code.at);
  const following = followingAfter(rung, code);
  const heard = isIgnored(rung, code.code) ? rung : send(rung, { type: 'code', ...code, following });
  const wasLeft = rung.context.left !== undefined && following !== undefined;
  const next = wasLeft ? { ...heard, context: followLeft(heard.context, code.at, following) } : heard;
  return { ...next, following: isSameCommand(next, rung) ? following : undefined, playedTo };
}

/** The command whose follow-through continues: the running one, or the one that a broken house rule left open. */
function followedCommand({ current, left }: SequenceContext): CodeId | undefined {
  return (current?.command ?? left?.command)?.codeId;
}

function followingAfter({ following, context }: SequenceRun, code: SequenceCode): Following | undefined {
  const { sequence } = context;
  if (followedCommand(context) === undefined || isInLogAlone(sequence, code.code)) return following;
  if (following === undefined) return beginFollowing(code, sequence);
  return 'is' in following ? following : followOne(following, code, sequence);
}

function isSameCommand({ context }: SequenceRun, before: SequenceRun): boolean {
  return followedCommand(context) === followedCommand(before.context);
}

/** Most of a session is play, in which the machine is needed only for a command or a broken rule. */
function isIgnored({ value, context }: SequenceRun, code: string): boolean {
  const { commands, steps } = context.sequence;
  return value === 'play' && code !== steps.ruleBroken && !commands.includes(code);
}

/** Contraindicated or allowed again from this moment. Clocks that ended before ring first. Rule SEQ13. */
export function playContraindication(run: SequenceRun, at: number, is: Contraindication | null): SequenceRun {
  const next = send(ringUntil(run, at), { type: 'contraindicated', at, is });
  const following = isSameCommand(next, run) ? run.following : undefined;
  return { ...next, following, playedTo: Math.max(run.playedTo, at) };
}

/** A gap starts or ends at this moment. Clocks that ended before ring first. Rule SEQ8. */
export function playGap(run: SequenceRun, at: number, inGap: boolean): SequenceRun {
  const rung = ringUntil(run, at);
  return { ...rung, context: setGap(rung.context, inGap), playedTo: Math.max(run.playedTo, at) };
}

/** Rings every clock that has ended at this moment. */
export function ringUntil(run: SequenceRun, now: number): SequenceRun {
  const { alarmAt } = run.context;
  return alarmAt === undefined || alarmAt > now ? run : ringUntil(send(run, { type: 'alarm', at: alarmAt }), now);
}

/** The sequence at a moment, from its codes in any order. Undo, restart and late arrival all use this. */
export function runSequence(
  codes: readonly SequenceCode[],
  settings: TimeOutSettings,
  sequence: CommandSequence,
  now: number,
): SequenceRun {
  const inOrder = codes.filter(({ at }) => at <= now).toSorted((one, other) => one.at - other.at);
  return ringUntil(inOrder.reduce(playCode, startRun(sequence, settings)), now);
}

/** Whether the sequence accepts this code in its current state. Any other code changes nothing. */
export function takes(run: SequenceRun, code: string): boolean {
  return snapshotOf(run).can({ type: 'code', code, at: run.playedTo, codeId: ASKED });
}

function send(run: SequenceRun, event: SequenceEvent): SequenceRun {
  alone ??= scopeFor(run.context);
  const snapshot = sequenceMachine.transition(snapshotOf(run), event, alone);
  const { value, context } = snapshot;
  snapshots.set(context, snapshot);
  return { ...run, value, context };
}

type Scope = Parameters<typeof sequenceMachine.transition>[2];
let alone: Scope | undefined;

/** The machine only computes. XState's own `transition` would make an actor with a first state for every step. */
function scopeFor({ sequence, settings }: SequenceContext): Scope {
  const self = createActor(sequenceMachine, { input: { sequence, settings } });
  const nothing = () => undefined;
  const silent = { logger: nothing, defer: nothing, emit: nothing, stopChild: nothing, actionExecutor: nothing };
  return { self, system: self.system, id: self.id, sessionId: self.sessionId, ...silent };
}

/** The machine's own snapshots of runs. Rebuilding one from its data takes far longer than a step. */
const snapshots = new WeakMap<SequenceContext, Snapshot>();

function snapshotOf({ value, context }: SequenceRun): Snapshot {
  const known = snapshots.get(context);
  return known?.value === value ? known : sequenceMachine.resolveState({ value, context });
}
