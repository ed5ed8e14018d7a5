import { type Actor, createActor } from 'xstate';
import { completesAt } from '#shared/domain/codingWindow.ts';
import type { Fact, FactDraft, FactOf } from '#shared/protocol/facts.ts';
import type { PressId, SessionId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { alarmOn } from '#shared/session/alarm.ts';
import { foldLog, snapshotOf, stateAfter } from '#shared/session/foldLog.ts';
import { currentWindow, EMPTY_SESSION, type SessionState } from '#shared/session/sessionState.ts';
import { sessionMachine } from '#shared/session/sessionMachine.ts';
import { type FactLog, LogConflict } from '#server/storage/factLog.ts';
import { LeaseLost } from '#server/storage/leases.ts';
import { storeFaultOf } from '#server/storage/storeFault.ts';
import type { SessionClock } from './sessionClock.ts';

/** A command for the actor: given the state when its turn comes, it returns the facts to write. */
export type Decide = (state: SessionState, now: number) => Reply<readonly FactDraft[]>;

export type Written = { readonly seq: number };

/** The id of a press with its sender. A client makes the id up, so a repeat must also match in content. */
export type PressName = { readonly pressId: PressId } & Pick<PressFact, 'by' | 'type' | 'codeId'>;
type PressFact = FactOf<'code.recorded' | 'code.undone' | 'command.judged'>;

type TellFacts = (facts: readonly Fact[], before: SessionState) => void;

/** The only writer of one session's log. */
export type SessionActor = {
  readonly state: () => SessionState;
  readonly now: () => number;
  /** All facts so far, oldest first. */
  readonly facts: () => readonly Fact[];
  /** Tells one follower of every batch of facts from now on, in order, after it is durable. */
  readonly follow: (tell: TellFacts) => void;
  /** Runs a command and appends its facts durably before it resolves. A repeated press writes nothing. */
  readonly apply: (decide: Decide, press?: PressName) => Promise<Reply<Written>>;
  /**
   * Writes facts that the server found out by itself and no client would send again. If the store cannot write, they
   * are decided again later, in order, until they are written or the actor is closed. Other failures are reported.
   */
  readonly insist: (decide: Decide) => void;
  /** Whether nothing is being decided or written, and nothing waits for its turn. */
  readonly isIdle: () => boolean;
  /** Another writer has written to the log of this closed session: its facts are told, as if they were written here. */
  readonly catchUp: () => Promise<void>;
  /**
   * Nothing is begun from now on. Anybody still present counts as gone when the session wakes. Resolves when nothing is
   * being written anymore.
   */
  readonly close: () => Promise<void>;
};

type SessionActorPorts = {
  readonly log: FactLog;
  readonly clock: SessionClock;
  /** Another node has the session. The actor writes nothing anymore. */
  readonly onLost?: () => void;
  /** A fault that no caller would receive. */
  readonly report: (error: unknown) => void;
};

/** After how many facts a session's state is kept again. */
const KEPT_EVERY = 1_000;

/** The first and the longest delay until a failed write is tried again, in ms. */
const AGAIN_AFTER_MS = 1_000;
const AGAIN_AT_MOST_MS = 15_000;

const RESTARTS = fail('internal', 'The server is restarting. Earshot reconnects automatically.');
const ID_IS_TAKEN = fail('invalid', 'Another press already has this id. Nothing was changed.');

/** Wakes a session from its log: the machine, its alarm, and the queue of its commands. */
export async function wakeSession(
  sessionId: SessionId,
  read: readonly Fact[],
  ports: SessionActorPorts,
): Promise<SessionActor> {
  const facts = [...read];
  const presses = new Map<string, number>();
  notePresses(facts, await ports.log.presses(sessionId));
  const known = await ports.log.state(sessionId);
  // Somebody may have written since the log was read.
  const kept = known === undefined || known.seq > facts.length ? EMPTY_SESSION : known;
  let keptSeq = kept.seq;
  const actor = startActor(foldLog(facts.slice(kept.seq), kept), ports.clock);
  let turn: Promise<unknown> = Promise.resolve();
  let inTurn = 0;
  let isClosed = false;
  /** What the server still has to write, in order. */
  const owed: Decide[] = [];
  let stopWaiting: () => void = () => undefined;
  let tell: TellFacts = () => undefined;

  actor.on('codingTimeUp', () => {
    insist(finishCoding);
  });
  actor.start();
  actor.send({ type: 'woke' });

  const state = () => actor.getSnapshot().context.session;
  keepState();

  /** Now and then, so that a long session wakes soon. Nobody waits for it. */
  function keepState(): void {
    const now = state();
    if (now.seq - keptSeq < KEPT_EVERY) return;
    keptSeq = now.seq;
    ports.log.keepState(sessionId, [...facts], now).catch((error: unknown) => {
      // A store in trouble is known, and the next thousand facts are another chance.
      if (storeFaultOf(error) === undefined) ports.report(error);
    });
  }

  async function takeTurn(decide: Decide, press: PressName | undefined): Promise<Reply<Written>> {
    if (isClosed) return RESTARTS;
    try {
      return await writeOnce(decide, press);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      isClosed = true;
      ports.onLost?.();
      return RESTARTS;
    }
  }

  async function writeOnce(decide: Decide, press: PressName | undefined): Promise<Reply<Written>> {
    try {
      return writtenBefore(press) ?? (await write(decide, press));
    } catch (error) {
      if (!(error instanceof LogConflict)) throw error;
      await catchUp();
      return writtenBefore(press) ?? (await write(decide, press));
    }
  }

  function writtenBefore(press: PressName | undefined): Reply<Written> | undefined {
    const seq = press && presses.get(press.pressId);
    if (press === undefined || seq === undefined) return undefined;
    // The log counts from 1 without gaps.
    const fact = facts[seq - 1];
    const isTheSame =
      fact?.by === press.by && fact.type === press.type && 'codeId' in fact && fact.codeId === press.codeId;
    return isTheSame ? ok({ seq }) : ID_IS_TAKEN;
  }

  /** A code is also found by its own id: old logs have no press ids. */
  function notePresses(facts: readonly Fact[], noted: ReadonlyMap<PressId, number>): void {
    for (const fact of facts) if (fact.type === 'code.recorded') presses.set(fact.codeId, fact.seq);
    for (const [press, seq] of noted) presses.set(press, seq);
  }

  /** A terminal command or another node has written to this log. Its facts are applied, and the command is decided again. */
  async function catchUp(): Promise<void> {
    const before = state();
    const missed = await ports.log.read(sessionId, before.seq);
    notePresses(missed, await ports.log.presses(sessionId));
    facts.push(...missed);
    for (const fact of missed) actor.send(fact);
    if (missed.length > 0) tell(missed, before);
  }

  async function write(decide: Decide, press: PressName | undefined): Promise<Reply<Written>> {
    const before = state();
    const decided = decide(before, now());
    if (!decided.ok) return decided;
    const checked = numberFacts(before, beginning(decided.value), now(), facts.at(-1));
    if (!checked.ok) return checked;

    const { facts: written, after } = checked.value;
    await ports.log.append(sessionId, written, { press: press?.pressId, after });
    facts.push(...written);
    for (const fact of written) actor.send(fact);
    const { seq } = state();
    if (written.length === 0) return ok({ seq });
    if (press !== undefined) presses.set(press.pressId, seq);
    tell(written, before);
    keepState();
    return ok({ seq });
  }

  /**
   * Session time does not pass until the lead coach comes, so a family that knocks the evening before starts nothing.
   * In an old log, in which it passed while they waited, it continues. Rule SES9.
   */
  function now(): number {
    return hasBegun() ? ports.clock.now() : 0;
  }

  function hasBegun(): boolean {
    return state().phase !== 'preparing' || (facts.at(-1)?.at ?? 0) > 0;
  }

  /** The lead coach is here: session time begins. Rule SES9. */
  function beginning(drafts: readonly FactDraft[]): readonly FactDraft[] {
    if (facts.length === 0 || hasBegun()) return drafts;
    return drafts.map((draft) =>
      draft.type === 'waiting.opened' ? { ...draft, startedAt: ports.clock.startAnew().toISOString() } : draft,
    );
  }

  const apply: SessionActor['apply'] = (decide, press) => inItsTurn(() => takeTurn(decide, press));

  function inItsTurn<T>(act: () => Promise<T>): Promise<T> {
    inTurn += 1;
    const result = turn.then(act).finally(() => (inTurn -= 1));
    // The next command takes its turn in any case; the caller receives the fault.
    turn = result.catch(() => undefined);
    return result;
  }

  function insist(decide: Decide): void {
    if (owed.length > 0) {
      owed.push(decide);
      return;
    }
    apply(decide).catch((error: unknown) => {
      ports.report(error);
      if (storeFaultOf(error) === undefined) return;
      owed.push(decide);
      if (owed.length === 1) writeOwedAfter(AGAIN_AFTER_MS);
    });
  }

  function writeOwedAfter(ms: number): void {
    if (isClosed) return;
    stopWaiting = ports.clock.callAfter(ms, () => {
      writeOwed().catch((error: unknown) => {
        ports.report(error);
        writeOwedAfter(Math.min(2 * ms, AGAIN_AT_MOST_MS));
      });
    });
  }

  async function writeOwed(): Promise<void> {
    for (let [next] = owed; next !== undefined; [next] = owed) {
      await apply(next).catch((error: unknown) => {
        if (storeFaultOf(error) !== undefined) throw error;
        ports.report(error);
      });
      owed.shift();
    }
  }

  return {
    state,
    now,
    facts: () => facts,
    follow: (follower) => (tell = follower),
    apply,
    insist,
    isIdle: () => inTurn === 0,
    catchUp: () => inItsTurn(catchUp),
    async close() {
      isClosed = true;
      stopWaiting();
      actor.stop();
      await turn;
    },
  };
}

function startActor(folded: SessionState, clock: SessionClock): Actor<typeof sessionMachine> {
  return createActor(sessionMachine.provide({ actors: { alarm: alarmOn(clock) } }), { snapshot: snapshotOf(folded) });
}

/** Gives drafts their place in the log, with the state after them. Refuses the whole batch if the machine refuses one. */
function numberFacts(
  from: SessionState,
  drafts: readonly FactDraft[],
  now: number,
  last: Fact | undefined,
): Reply<{ readonly facts: readonly Fact[]; readonly after: SessionState }> {
  const at = Math.max(Math.round(now), last?.at ?? 0);
  const facts: Fact[] = [];
  let state = from;
  for (const draft of drafts) {
    const fact: Fact = { ...draft, seq: state.seq + 1, at };
    const next = stateAfter(state, fact);
    if (next === undefined) return fail('not-now', refusal(state, draft));
    state = next;
    facts.push(fact);
  }
  return ok({ facts, after: state });
}

function refusal({ phase }: SessionState, draft: FactDraft): string {
  return phase === 'closed' ? 'This session is closed.' : `That is not possible now (${draft.type} while ${phase}).`;
}

/** Ends the window if its time is up. A time-out or a gap may have stopped its clock since the alarm was set. */
const finishCoding: Decide = (state, now) => {
  const window = currentWindow(state);
  const end = window && completesAt(window);
  if (window === undefined || end === undefined || end > now) return ok([]);
  return ok([{ type: 'coding.finished', by: 'server', windowId: window.windowId, complete: true }]);
};
