import type { FactDraft, FactOf } from '#shared/protocol/facts.ts';
import type { TakeId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Sending } from '#server/media/mediaPorts.ts';
import type { MediaRoom } from '#server/media/mediaServer.ts';
import type { SessionActor } from '#server/sessions/sessionActor.ts';
import type { Time } from '#server/time/time.ts';
import { createFlowWatch } from './flowWatch.ts';
import { isContinued, REACHES_WITHIN_MS } from './isContinued.ts';
import { createRetries } from './retries.ts';
import type { Recorder } from './recorder.ts';
import { recordingViewOf } from './recordingViewOf.ts';
import { startTake, type RunningTake, type RunningTakePorts } from './runningTake.ts';
import {
  hasAllOf,
  hasAllTurned,
  recordableNow,
  wantedTakes,
  whyNotWanted,
  type TakeEnd,
  type WantedTake,
} from './wantedTakes.ts';

export type RecordingMeans = {
  /** `none` if ffmpeg is not installed: the product says so and works without recording. */
  readonly recorder: Recorder | 'none';
  readonly store: RunningTakePorts['store'];
  /** Recording stops when the disk has less free space than this, in bytes. */
  readonly minFreeBytes: number;
};

export type RecordingKeeperPorts = RecordingMeans &
  Pick<RunningTakePorts, 'sessionId' | 'report'> & {
    readonly room: Pick<MediaRoom, 'feed' | 'received'>;
    readonly actor: Pick<SessionActor, 'state' | 'now' | 'insist'>;
    readonly sendings: () => readonly Sending[];
    readonly time: Time;
  };

export type RecordingKeeper = {
  /** Takes the session as it is now. */
  sync(): void;
  /** Ends all takes in order. Resolves when all of them are kept. */
  close(): Promise<void>;
};

/** How often free disk space is checked while a session records or should, in ms. */
const DISK_EVERY_MS = 5_000;

/** A recorder that worked for at least this long, in ms, is started again at once when it dies. */
const STEADY_AFTER_MS = 10_000;

/** Recording resumes only with this much more space than it needs, so that it does not switch on and off. */
const ROOM_AGAIN = 1.1;

type Obstacle = FactOf<'recording.prevented'>['why'];
type Running = {
  readonly take: WantedTake;
  readonly running: RunningTake;
  readonly since: number;
  begunAt?: number;
};

/** Records what the log allows, and logs what happens. What must stop has stopped on return. Rules RCD1, RCD2, RCD3. */
export function createRecordingKeeper(ports: RecordingKeeperPorts): RecordingKeeper {
  const { recorder, store, minFreeBytes, actor, room, sendings, time, report } = ports;
  const takes = new Map<string, Running>();
  const endings = new Set<Promise<void>>();
  const retries = createRetries(time, sync);
  const flows = createFlowWatch({ room, sendings, time, onChange: sync, report });
  let disk: 'not checked' | 'has room' | 'full' = 'not checked';
  let stopLooking: (() => void) | undefined;
  let stopWaiting: (() => void) | undefined;
  let isClosed = false;

  function sync(): void {
    if (isClosed) return;
    const view = recordingViewOf(actor.state());
    const wanted = wantedTakes(view, sendings());
    for (const { take, running } of takes.values())
      if (!wanted.some((one) => hasAllOf(one, take))) running.stop(whyNotWanted(take, view));
    if (wanted.length > 0 && recorder !== 'none') lookAtDisk();
    const isPossible = recorder !== 'none' && disk === 'has room';
    flows.keepAsking(isPossible && wanted.some(({ key, recorder: by }) => by === 'room' && !takes.has(key)));
    const now = wanted.flatMap((take) => recordableNow(take, flows.standing) ?? []);
    retries.keepOnly(new Set([...now.map(({ key }) => key), ...takes.keys()]));
    if (wanted.length > 0 || actor.state().recording.prevented !== undefined) say(obstacle());
    if (recorder === 'none' || !isPossible) return;
    for (const take of now) {
      const isCovered = [...takes.values()].some((one) => hasAllTurned(one.take, take));
      if (!isCovered && retries.mayTry(take.key)) begin(take, recorder);
    }
    stopWaiting?.();
    stopWaiting = undefined;
    for (const one of takes.values()) {
      const others = [...takes.values()].filter((other) => isReplacedBy(one.take, other.take, wanted));
      if (others.some((other) => isContinuedBy(one, other))) one.running.stop('sender-changed');
      else if (others.some(({ begunAt }) => begunAt !== undefined))
        stopWaiting ??= time.callAfter(REACHES_WITHIN_MS, sync);
    }
  }

  /** Whether the other take records all of this one and more, or its picture as it is turned now. */
  function isReplacedBy(take: WantedTake, other: WantedTake, wanted: readonly WantedTake[]): boolean {
    const isCurrent = (one: WantedTake) => wanted.some((now) => hasAllTurned(now, one));
    return (
      other.key !== take.key &&
      isCurrent(other) &&
      hasAllOf(other, take) &&
      (!isCurrent(take) || !hasAllOf(take, other))
    );
  }

  /** Whether this take may stop because the other has what comes after it. */
  function isContinuedBy({ running }: Running, { running: other, begunAt }: Running): boolean {
    if (!running.hasBegun()) return true;
    return begunAt !== undefined && isContinued(running.recorded(), other.recorded(), actor.now() - begunAt);
  }

  function begin(take: WantedTake, by: Recorder) {
    const running = startTake(take, {
      ...ports,
      recorder: by,
      now: actor.now,
      onBegun: (partId) => {
        const one = takes.get(take.key);
        if (one) one.begunAt = actor.now();
        write(() => [startedFact(take, partId)]);
      },
      onRecorded: () => {
        if (stopWaiting !== undefined) sync();
      },
      onStopped: (why) => stopped(take, why),
    });
    takes.set(take.key, { take, running, since: actor.now() });
    const ending = running.kept.finally(() => endings.delete(ending));
    endings.add(ending);
  }

  function stopped(take: WantedTake, why: TakeEnd) {
    const ended = takes.get(take.key);
    takes.delete(take.key);
    if (ended?.running.hasBegun() === true) write((state) => stoppedFacts(state, ended.running.partId, why));
    if (ended && isSteady(ended)) retries.worked(take.key);
    if (FAULTS.includes(why)) retries.failed(take.key);
  }

  function obstacle(): Obstacle | undefined {
    if (recorder === 'none') return 'no-recorder';
    if (disk === 'full') return 'disk-full';
    return retries.areHopeless((key) => isAtWork(takes.get(key))) ? 'failed' : undefined;
  }

  function isAtWork(one: Running | undefined): boolean {
    return one !== undefined && (one.running.hasBegun() || isSteady(one));
  }

  /** A silent voice leaves no bytes, so its recorder counts as working as long as it runs. */
  function isSteady({ take, running, since }: Running): boolean {
    return (running.hasBegun() || take.recorder === 'coach') && actor.now() - since > STEADY_AFTER_MS;
  }

  function say(why: Obstacle | undefined) {
    const { phase, recording } = actor.state();
    if (phase === 'closed' || recording.prevented === why) return;
    write((state) => {
      if (state.recording.prevented === why) return [];
      return [
        why === undefined
          ? { type: 'recording.possible', by: 'server' }
          : { type: 'recording.prevented', by: 'server', why },
      ];
    });
  }

  function write(decide: (state: SessionState) => readonly FactDraft[]) {
    actor.insist((state) => ok(decide(state)));
  }

  function lookAtDisk() {
    if (stopLooking !== undefined) return;
    stopLooking = time.callAfter(DISK_EVERY_MS, () => {
      stopLooking = undefined;
      sync();
    });
    measureDisk().catch((error: unknown) => report(error, 'checking the disk'));
  }

  async function measureDisk() {
    const free = await store.freeBytes();
    const isFull = free < minFreeBytes * (disk === 'full' ? ROOM_AGAIN : 1);
    if (isClosed || disk === (isFull ? 'full' : 'has room')) return;
    disk = isFull ? 'full' : 'has room';
    if (isFull) for (const { running } of takes.values()) running.stop('disk-full');
    sync();
  }

  return {
    sync,

    async close() {
      isClosed = true;
      stopLooking?.();
      stopWaiting?.();
      flows.close();
      retries.close();
      for (const { running } of takes.values()) running.stop('server-restart');
      await Promise.all(endings);
    },
  };
}

/** Ends that are retried without a new sync. A sender that stopped may have started again already. */
const FAULTS: readonly TakeEnd[] = ['recorder-died', 'failed', 'sender-changed', 'worker-died'];

function startedFact({ recorder, from, sources }: WantedTake, partId: TakeId): FactDraft {
  const tracks = sources.map(({ track }) => track);
  return { type: 'recording.started', by: 'server', partId, recorder, participantId: from, tracks };
}

function stoppedFacts({ recording }: SessionState, partId: TakeId, why: TakeEnd): FactDraft[] {
  const isRunning = recording.spans.some((one) => one.partId === partId && one.to === undefined);
  return isRunning ? [{ type: 'recording.stopped', by: 'server', partId, why }] : [];
}
