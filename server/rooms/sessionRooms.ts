import { programInUse } from '#shared/domain/programs/findProgram.ts';
import type { Fact, FactDraft, FactType } from '#shared/protocol/facts.ts';
import type { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { zeroOf } from '#shared/session/beginning.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Agreed } from '#server/families/agreements.ts';
import type { SessionMediaPorts } from '#server/media/mediaPorts.ts';
import type { MediaServer } from '#server/media/mediaServer.ts';
import type { RecordingMeans } from '#server/recording/recordingKeeper.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { Records } from '#server/storage/records.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { createPromptKeeper } from './promptKeeper.ts';
import { openRoomMedia } from './roomMedia.ts';
import { type Decide, wakeSession, type Written } from '#server/sessions/sessionActor.ts';
import { startSessionClock } from '#server/sessions/sessionClock.ts';
import { publishFacts, type SessionRoom } from './sessionRoom.ts';
import type { Time } from '#server/time/time.ts';
import { updateAgreement } from './updateAgreement.ts';

type SessionRoomsPorts = {
  readonly log: FactLog;
  readonly records: Pick<Records, 'findSession'>;
  readonly media: MediaServer;
  readonly recording: RecordingMeans;
  readonly time: Time;
  readonly agreedOf: (record: SessionRecord) => Promise<Agreed>;
  /** Called when a session is over, and again for each take of its recording that was still being written then. */
  readonly onOver?: (record: SessionRecord, state: SessionState) => void;
  readonly report: (error: unknown) => void;
};

/** The sessions of this server that are awake, each with the only writer of its log. Asking for one wakes it. */
export type SessionRooms = {
  /** Wakes a session for a person who joins. A closed session has no media. */
  readonly open: (record: SessionRecord) => Promise<SessionRoom>;
  /** Writes to a closed session; refused if it is not closed. Wakes it without media and lets it sleep again. */
  readonly write: (record: SessionRecord, decide: Decide) => Promise<Reply<Written>>;
  /** Whether this room is the live one. A room that went to sleep meanwhile is not. */
  readonly isLive: (room: SessionRoom) => boolean;
  readonly isAwake: (sessionId: SessionId) => boolean;
  /** Somebody left. A session that nobody comes back to goes to sleep after a while, and can wake from its log. */
  readonly left: (room: SessionRoom) => void;
  /** A session's state, whether it is live or only in the log. Undefined if nothing has happened in it. */
  readonly stateOf: (sessionId: SessionId) => Promise<SessionState | undefined>;
  /** An agreement, consent or level changed: for live sessions now, for others when they wake. Rules SEQ9, LVL1, CNS4. */
  readonly agreementChanged: (familyId: FamilyId) => Promise<void>;
  /** How many sessions of a family are not over and have somebody in them. Rule ERA2. */
  readonly openSessionsOf: (familyId: FamilyId) => Promise<number>;
  /** Whether somebody is in a session that is not over. Rule RET5. */
  readonly isAnybodyIn: () => boolean;
  /** Ends every connection to the sessions of a family that is being erased, and forgets them. Rule ERA5. */
  readonly forget: (familyId: FamilyId) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** How long a session stays awake with nobody in it, in ms: longer than a reload or a lost connection takes. */
export const SLEEPS_AFTER_MS = 120_000;

const NOT_OVER = fail('not-now', 'This session is not over yet.');

/** After these the family's record is asked again: it may have changed since it was asked before. */
const ASKED_AFTER: ReadonlySet<FactType> = new Set(['waiting.opened', 'check-in.started', 'consent.given']);

const ENDINGS: ReadonlySet<FactType> = new Set(['session.closed', 'recording.stopped']);

export function createSessionRooms(ports: SessionRoomsPorts): SessionRooms {
  const rooms = new Map<SessionId, Promise<SessionRoom>>();
  const live = new Set<SessionRoom>();

  function open(record: SessionRecord): Promise<SessionRoom> {
    const { sessionId } = record;
    const known = rooms.get(sessionId);
    if (known !== undefined) return known;
    const room = wake(record);
    rooms.set(sessionId, room);
    // The next request opens a failed room again.
    room.catch(() => rooms.delete(sessionId));
    return room;
  }

  async function wake(record: SessionRecord): Promise<SessionRoom> {
    const room = await openRoom(record, ports);
    live.add(room);
    // The person who asked may be gone before they have joined.
    sleepSoon(room);
    return room;
  }

  function sleepSoon(room: SessionRoom) {
    ports.time.callAfter(SLEEPS_AFTER_MS, () => sleepIfEmpty(room));
  }

  function sleepIfEmpty(room: SessionRoom) {
    if (room.connections.size > 0 || !live.has(room)) return;
    if (!room.actor.isIdle()) {
      sleepSoon(room);
      return;
    }
    live.delete(room);
    rooms.delete(room.record.sessionId);
    closeRoom(room);
  }

  async function openRooms(): Promise<readonly SessionRoom[]> {
    const opened = await Promise.allSettled(rooms.values());
    return opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  const roomsOf = async (familyId: FamilyId) =>
    (await openRooms()).filter(({ record }) => record.familyId === familyId);

  return {
    open,

    async write(record, decide) {
      const { sessionId } = record;
      if (!rooms.has(sessionId) && !isOver(await ports.log.read(sessionId))) return NOT_OVER;
      const { actor } = await open(record);
      return actor.apply((state, now) => (state.phase === 'closed' ? decide(state, now) : NOT_OVER));
    },

    isLive: (room) => live.has(room),
    isAwake: (sessionId) => rooms.has(sessionId),

    left(room) {
      if (room.connections.size === 0) sleepSoon(room);
    },

    async stateOf(sessionId) {
      const awake = rooms.get(sessionId);
      if (awake !== undefined) return (await awake).actor.state();
      const facts = await ports.log.read(sessionId);
      return facts.length === 0 ? undefined : foldFacts(facts);
    },

    async agreementChanged(familyId) {
      const own = await roomsOf(familyId);
      await Promise.all(own.map((room) => updateAgreement(room.record, room.actor, ports).catch(ports.report)));
    },

    openSessionsOf: async (familyId) => (await roomsOf(familyId)).filter(hasSomebody).length,
    isAnybodyIn: () => [...live].some(hasSomebody),

    async forget(familyId) {
      for (const room of await roomsOf(familyId)) {
        live.delete(room);
        rooms.delete(room.record.sessionId);
        closeRoom(room);
      }
    },

    async close() {
      const open = await openRooms();
      rooms.clear();
      live.clear();
      // What is being recorded is stored to its end, and the log says that it ended, before anything else stops.
      await Promise.all(open.map(async ({ media }) => media?.recording.close()));
      open.forEach(closeRoom);
    },
  };
}

/** Whether somebody is in a session that is not over. */
function hasSomebody({ actor, connections }: SessionRoom): boolean {
  return actor.state().phase !== 'closed' && connections.size > 0;
}

function isOver(facts: readonly Fact[]): boolean {
  return facts.some(({ type }) => type === 'session.closed');
}

async function openRoom(record: SessionRecord, ports: SessionRoomsPorts): Promise<SessionRoom> {
  const { log, time, report } = ports;
  const facts = await log.read(record.sessionId);
  const startedAt = new Date(zeroOf(facts) ?? time.wallNow());
  const clock = startSessionClock(startedAt, facts.at(-1)?.at ?? 0, time);

  // A closed session stays closed: nothing will flow in it anymore.
  const mediaRoom = isOver(facts) ? undefined : await ports.media.openRoom(record.sessionId);
  const actor = await wakeSession(record.sessionId, facts, { log, clock, report }).catch((error: unknown) => {
    mediaRoom?.close();
    throw error;
  });
  const connections: SessionRoom['connections'] = new Map();
  const notify: SessionMediaPorts['notify'] = (to, name, notice) => connections.get(to)?.notify(name, notice);
  const room: SessionRoom = {
    record,
    actor,
    media: mediaRoom && openRoomMedia(record, mediaRoom, { ...ports, actor, notify }),
    prompts: createPromptKeeper({ actor, clock }),
    connections,
    following: new Set(),
    gone: new Map(),
    earChecks: new Map(),
  };
  actor.follow((news, before) => {
    publishFacts(room, news, before);
    // Devices may have knocked since the evening before, and a no may have come in the same moment as a yes.
    if (news.some(({ type }) => ASKED_AFTER.has(type))) updateAgreement(record, actor, ports).catch(report);
    const state = actor.state();
    if (state.phase === 'closed' && news.some(({ type }) => ENDINGS.has(type))) ports.onOver?.(record, state);
  });
  try {
    await writeWakingFacts(room, facts, startedAt, ports);
  } catch (error) {
    closeRoom(room);
    throw error;
  }
  room.media?.sync();
  room.prompts.sync();
  return room;
}

/** Writes what a session's log must say before anything else happens in it. */
async function writeWakingFacts(
  { record, actor }: SessionRoom,
  facts: readonly Fact[],
  startedAt: Date,
  ports: SessionRoomsPorts,
): Promise<void> {
  const last = facts.at(-1);
  if (last === undefined) {
    const opened = opening(record, startedAt, await ports.agreedOf(record));
    await actor.apply(() => ok([opened]));
    return;
  }
  await actor.apply((state) => ok([...cutOff(state, last.at), ...departures(state, last.at)]));
  await updateAgreement(record, actor, ports);
}

function closeRoom({ actor, media, prompts, connections }: SessionRoom): void {
  prompts.close();
  for (const connection of connections.values()) connection.end();
  media?.close();
  actor.close();
}

function opening(record: SessionRecord, startedAt: Date, { timeOut, level }: Agreed): FactDraft {
  const { sessionId, program, familyName, caregivers, lead, leadName } = record;
  // A session that was planned before the newest revision of its scoring opens under the newest. Rule PRO5.
  const inUse = programInUse(program, record.programVersion);
  const plannedMs = inUse?.sessionMs;
  return {
    type: 'session.opened',
    by: 'server',
    sessionId,
    startedAt: startedAt.toISOString(),
    program,
    programVersion: inUse?.version ?? record.programVersion,
    familyName,
    caregivers: [...caregivers],
    lead,
    leadName,
    edits: record.edits,
    treatmentPhase: record.treatmentPhase,
    stage: record.stage,
    level,
    ...(plannedMs !== undefined && { plannedMs }),
    timeOut,
  };
}

/** Anybody whom the log still has as present was cut off when the server stopped, no earlier than its last fact. */
function departures(state: SessionState, lastSeenAt: number): FactDraft[] {
  return Object.values(state.participants)
    .filter(({ present }) => present)
    .map(({ participantId }) => {
      return { type: 'participant.left', by: 'server', participantId, why: 'server-restart', lastSeenAt };
    });
}

/** Anything that the log still has as being recorded was cut off when the server stopped. Rule RCD3. */
function cutOff({ recording }: SessionState, lastSeenAt: number): FactDraft[] {
  return recording.spans
    .filter(({ to }) => to === undefined)
    .map(({ partId, from }) => {
      const seen = Math.max(from, lastSeenAt);
      return { type: 'recording.stopped', by: 'server', partId, why: 'server-restart', lastSeenAt: seen };
    });
}
