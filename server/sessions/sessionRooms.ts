import { programmeInUse } from '#shared/domain/programmes/findProgramme.ts';
import type { FactDraft, FactType } from '#shared/protocol/facts.ts';
import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Agreed } from '#server/families/agreements.ts';
import type { MediaServer } from '#server/media/mediaServer.ts';
import { openSessionMedia } from '#server/media/sessionMedia.ts';
import { createRecordingKeeper, type RecordingMeans } from '#server/recording/recordingKeeper.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { Records, SessionRecord } from '#server/storage/records.ts';
import { type Decide, type SessionActor, wakeSession } from './sessionActor.ts';
import { createPromptKeeper } from './promptKeeper.ts';
import { startSessionClock } from './sessionClock.ts';
import { closingVoice, mediaViewOf, publishFacts, type SessionRoom } from './sessionRoom.ts';
import { createSightKeeper } from './sightKeeper.ts';
import type { Time } from './time.ts';

export type SessionRoomsPorts = {
  readonly log: FactLog;
  readonly records: Pick<Records, 'findSession'>;
  readonly media: MediaServer;
  readonly recording: RecordingMeans;
  readonly time: Time;
  /** What the family's record says of its sessions, as it stands when it is asked. */
  readonly agreedOf: (record: SessionRecord) => Promise<Agreed>;
  /** Told when a session is over, and again for each part of its recording that was still being written then. */
  readonly onOver?: (record: SessionRecord, state: SessionState) => void;
  readonly report: (error: unknown) => void;
};

/** The live sessions of this server, each opened when somebody first asks for it. */
export type SessionRooms = {
  readonly open: (record: SessionRecord) => Promise<SessionRoom>;
  /** Whether this room is the one that is live; one that slept meanwhile is not. */
  readonly isLive: (room: SessionRoom) => boolean;
  /** Whether a session has a room by now, so that its state is at hand. */
  readonly isAwake: (sessionId: SessionId) => boolean;
  /** Somebody left. A session that nobody comes back to sleeps after a while, and wakes from its log. */
  readonly left: (room: SessionRoom) => void;
  /** A session's state, whether it is live or only in the log. Undefined where nothing has happened in it. */
  readonly stateOf: (sessionId: SessionId) => Promise<SessionState | undefined>;
  /** A family's record says something new of its time-outs: its live sessions hear of it, the others when they wake. Rule SEQ13. */
  readonly timeOutChanged: (familyId: FamilyId) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** How long a session stays awake with nobody in it, in ms: longer than a reload or a lost connection takes. */
export const SLEEPS_AFTER_MS = 120_000;

const ENDINGS: ReadonlySet<FactType> = new Set(['session.closed', 'recording.stopped']);

export function createSessionRooms(ports: SessionRoomsPorts): SessionRooms {
  const rooms = new Map<SessionId, Promise<SessionRoom>>();
  const live = new Set<SessionRoom>();

  async function openLive(record: SessionRecord): Promise<SessionRoom> {
    const room = await openRoom(record, ports);
    live.add(room);
    // Whoever it was opened for may be gone before they have come in.
    sleepSoon(room);
    return room;
  }

  function sleepSoon(room: SessionRoom) {
    ports.time.callAfter(SLEEPS_AFTER_MS, () => sleepIfEmpty(room));
  }

  function sleepIfEmpty(room: SessionRoom) {
    if (room.connections.size > 0 || !live.delete(room)) return;
    rooms.delete(room.record.sessionId);
    closeRoom(room);
  }

  return {
    open(record) {
      const { sessionId } = record;
      const room = rooms.get(sessionId) ?? openLive(record);
      rooms.set(sessionId, room);
      // A room that did not open is tried anew by the next who asks.
      room.catch(() => rooms.delete(sessionId));
      return room;
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

    async timeOutChanged(familyId) {
      const opened = await Promise.allSettled(rooms.values());
      const open = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      const own = open.filter(({ record }) => record.familyId === familyId);
      await Promise.all(own.map((room) => lookAtTimeOut(room.record, room.actor, ports).catch(ports.report)));
    },

    async close() {
      const opened = await Promise.allSettled(rooms.values());
      rooms.clear();
      live.clear();
      const open = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      // What is being recorded is kept to its end, and the log says that it ended, before anything else stops.
      await Promise.all(open.map(({ recording }) => recording.close()));
      open.forEach(closeRoom);
    },
  };
}

async function openRoom(record: SessionRecord, ports: SessionRoomsPorts): Promise<SessionRoom> {
  const { log, time, report } = ports;
  const [first, ...rest] = await log.read(record.sessionId);
  const startedAt = first?.type === 'session.opened' ? new Date(first.startedAt) : new Date(time.wallNow());
  const clock = startSessionClock(startedAt, rest.at(-1)?.at ?? 0, time);

  const connections: SessionRoom['connections'] = new Map();
  const mediaRoom = await ports.media.openRoom(record.sessionId);
  const media = openSessionMedia(mediaRoom, {
    notify: (participantId, name, notice) => connections.get(participantId)?.notify(name, notice),
    voiceLost: (participantId) => {
      actor.apply(closeLostVoice(participantId)).catch(report);
    },
    sentChanged: () => recording.sync(),
    report,
  });
  const actor: SessionActor = await wakeSession(record.sessionId, {
    log,
    clock,
    report,
    onFacts: (facts, before) => {
      publishFacts(room, facts, before);
      const state = room.actor.state();
      if (state.phase === 'closed' && facts.some(({ type }) => ENDINGS.has(type))) ports.onOver?.(record, state);
    },
  });
  const recording = createRecordingKeeper({
    ...ports.recording,
    sessionId: record.sessionId,
    room: mediaRoom,
    actor,
    sendings: () => media.sendings(),
    time,
    report,
  });
  const prompts = createPromptKeeper({ actor, clock, report });
  const sight = createSightKeeper({ actor, room: mediaRoom, time, report });
  const room: SessionRoom = {
    record,
    actor,
    media,
    recording,
    sight,
    prompts,
    connections,
    following: new Set(),
    earChecks: new Map(),
  };

  if (first === undefined) {
    const opened = opening(record, startedAt, await ports.agreedOf(record));
    await actor.apply(() => ok([opened]));
  } else {
    const lastSeenAt = rest.at(-1)?.at ?? first.at;
    await actor.apply((state) => ok([...cutOff(state, lastSeenAt), ...departures(state, lastSeenAt)]));
    await lookAtTimeOut(record, actor, ports);
  }
  void media.sync(mediaViewOf(actor.state()));
  prompts.sync();
  return room;
}

/** Writes what the family's record says by now of whether time-out is contraindicated, where the log says otherwise. Rule SEQ13. */
async function lookAtTimeOut(
  record: SessionRecord,
  actor: SessionActor,
  { agreedOf }: Pick<SessionRoomsPorts, 'agreedOf'>,
): Promise<void> {
  if (actor.state().phase === 'closed') return;
  const { contraindicated } = (await agreedOf(record)).timeOut;
  await actor.apply((state) => {
    const isKnown = state.timeOut.contraindicated?.at === contraindicated?.at;
    return ok(
      isKnown || state.phase === 'closed' ? [] : [{ type: 'contraindication.changed', by: 'server', contraindicated }],
    );
  });
}

function closeLostVoice(participantId: ParticipantId): Decide {
  return (state) => ok(closingVoice(state, participantId, { by: 'server', why: 'media' }));
}

function closeRoom({ actor, media, recording, sight, prompts, connections }: SessionRoom): void {
  sight.close();
  prompts.close();
  for (const connection of connections.values()) connection.end();
  void recording.close();
  actor.close();
  media.close();
}

function opening(record: SessionRecord, startedAt: Date, { timeOut, level }: Agreed): FactDraft {
  const { sessionId, programme, familyName, caregivers, lead, leadName } = record;
  // A session that was planned before the newest revision of its scoring opens under that revision. Rule PRO5.
  const inUse = programmeInUse(programme, record.programmeVersion);
  const plannedMs = inUse?.sessionMs;
  return {
    type: 'session.opened',
    by: 'server',
    sessionId,
    startedAt: startedAt.toISOString(),
    programme,
    programmeVersion: inUse?.version ?? record.programmeVersion,
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

/** Whoever the log still has as present was cut off when the server stopped, at its last fact at the earliest. */
function departures(state: SessionState, lastSeenAt: number): FactDraft[] {
  return Object.values(state.participants)
    .filter(({ present }) => present)
    .map(({ participantId }) => {
      return { type: 'participant.left', by: 'server', participantId, why: 'server-restart', lastSeenAt };
    });
}

/** Whatever the log still has as being recorded was cut off when the server stopped. Rule RCD3. */
function cutOff({ recording }: SessionState, lastSeenAt: number): FactDraft[] {
  return recording.stretches
    .filter(({ to }) => to === undefined)
    .map(({ partId, from }) => {
      const seen = Math.max(from, lastSeenAt);
      return { type: 'recording.stopped', by: 'server', partId, why: 'server-restart', lastSeenAt: seen };
    });
}
