import type { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { fail, type Reply } from '#shared/protocol/reply.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Notice, Notices } from '#server/nodes/notices.ts';
import { HeldElsewhere, type SessionHolds } from '#server/nodes/sessionHolds.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { Decide, Written } from '#server/sessions/sessionActor.ts';
import { closeRoom, isOver, openRoom, type RoomPorts, wakeActor } from './openRoom.ts';
import type { SessionRoom } from './sessionRoom.ts';
import { updateAgreement } from './updateAgreement.ts';

type SessionRoomsPorts = RoomPorts & {
  readonly holds: SessionHolds;
  readonly notices: Notices;
};

/** The sessions that are awake on this server, each with the only writer of its log. Asking for one wakes it. */
export type SessionRooms = {
  /** Wakes a session for a person who joins. A closed session has no media. Throws `HeldElsewhere`. */
  readonly open: (record: SessionRecord) => Promise<SessionRoom>;
  /** Writes to a closed session; refused if it is not closed. Wakes it without media and lets it sleep again. */
  readonly write: (record: SessionRecord, decide: Decide) => Promise<Reply<Written>>;
  /** Whether this room is the live one. A room that went to sleep meanwhile is not. */
  readonly isLive: (room: SessionRoom) => boolean;
  readonly isAwake: (sessionId: SessionId) => boolean;
  readonly figures: () => RoomFigures;
  /** Somebody left. A session that nobody comes back to goes to sleep after a while, and can wake from its log. */
  readonly left: (room: SessionRoom) => void;
  /** A session's state, whether it is live or only in the log. Undefined if nothing has happened in it. */
  readonly stateOf: (sessionId: SessionId) => Promise<SessionState | undefined>;
  /** An agreement, consent or level changed: for live sessions now, for others when they wake. Rules SEQ9, LVL1, CNS4. */
  readonly agreementChanged: (familyId: FamilyId) => Promise<void>;
  /** How many sessions of a family are not over and have somebody in them. Rule ERA2. */
  readonly openSessionsOf: (familyId: FamilyId) => Promise<number>;
  /** Whether somebody is in a session that is not over. Rule RET5. */
  readonly isAnybodyIn: () => Promise<boolean>;
  /** Ends every connection to the sessions of a family that is being erased, and forgets them. Rule ERA5. */
  readonly forget: (familyId: FamilyId) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** How many sessions are awake here, by phase, with how many connections and running takes. */
export type RoomFigures = {
  readonly sessions: Readonly<Record<string, number>>;
  readonly people: number;
  readonly recording: number;
};

/** How long a session stays awake with nobody in it, in ms: longer than a reload or a lost connection takes. */
export const SLEEPS_AFTER_MS = 120_000;

const NOT_OVER = fail('not-now', 'This session is not over yet.');

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
    const { sessionId } = record;
    const lease = await ports.holds.take(sessionId);
    const opening = openRoom(record, lease, () => lost(sessionId), ports);
    const room = await opening.catch(async (error: unknown) => {
      if (lease !== undefined) await ports.holds.release(lease);
      throw error;
    });
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
    endRoom(room).catch(ports.report);
  }

  async function endRoom(room: SessionRoom): Promise<void> {
    live.delete(room);
    rooms.delete(room.record.sessionId);
    await closeRoom(room);
    if (room.lease !== undefined) await ports.holds.release(room.lease);
  }

  /** Another node has it: whoever is connected here comes back, and is led there. */
  function lost(sessionId: SessionId) {
    for (const room of live) if (room.record.sessionId === sessionId) endRoom(room).catch(ports.report);
  }

  async function openRooms(): Promise<readonly SessionRoom[]> {
    const opened = await Promise.allSettled(rooms.values());
    return opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  const roomsOf = async (familyId: FamilyId) =>
    (await openRooms()).filter(({ record }) => record.familyId === familyId);

  async function updateAgreements(familyId: FamilyId) {
    const own = await roomsOf(familyId);
    await Promise.all(own.map((room) => updateAgreement(room.record, room.actor, ports).catch(ports.report)));
  }

  async function forgetHere(familyId: FamilyId) {
    await Promise.all((await roomsOf(familyId)).map(endRoom));
  }

  /** To a closed session that another node has awake: it is told, and catches up. */
  async function writeBeside(record: SessionRecord, decide: Decide): Promise<Reply<Written>> {
    const { sessionId } = record;
    const { actor } = await wakeActor(record, await ports.log.read(sessionId), ports);
    const reply = await actor.apply(decide).finally(() => actor.close());
    ports.notices.tell({ what: 'written', sessionId });
    return reply;
  }

  async function hear(notice: Notice): Promise<void> {
    if (notice.what === 'agreement-changed') await updateAgreements(notice.familyId);
    else if (notice.what === 'family-erased') await forgetHere(notice.familyId);
    else for (const { record, actor } of live) if (record.sessionId === notice.sessionId) await actor.catchUp();
  }

  ports.holds.onLost(lost);
  ports.notices.onTold((notice) => void hear(notice).catch(ports.report));

  return {
    open,

    async write(record, decide) {
      const { sessionId } = record;
      if (!rooms.has(sessionId) && !isOver(await ports.log.read(sessionId))) return NOT_OVER;
      const onlyIfOver: Decide = (state, now) => (state.phase === 'closed' ? decide(state, now) : NOT_OVER);
      const room = await unlessElsewhere(open(record));
      return room === undefined ? writeBeside(record, onlyIfOver) : room.actor.apply(onlyIfOver);
    },

    isLive: (room) => live.has(room),
    isAwake: (sessionId) => rooms.has(sessionId),

    figures() {
      const sessions: Record<string, number> = {};
      let [people, recording] = [0, 0];
      for (const { actor, connections } of live) {
        const state = actor.state();
        sessions[state.phase] = (sessions[state.phase] ?? 0) + 1;
        people += connections.size;
        recording += state.recording.spans.filter(({ to }) => to === undefined).length;
      }
      return { sessions, people, recording };
    },

    left(room) {
      if (room.connections.size === 0) sleepSoon(room);
    },

    async stateOf(sessionId) {
      const awake = await unlessElsewhere(rooms.get(sessionId));
      if (awake !== undefined) return awake.actor.state();
      const facts = await ports.log.read(sessionId);
      return facts.length === 0 ? undefined : foldFacts(facts);
    },

    async agreementChanged(familyId) {
      ports.notices.tell({ what: 'agreement-changed', familyId });
      await updateAgreements(familyId);
    },

    // A session that another node has awake counts as one with somebody in it.
    async openSessionsOf(familyId) {
      const elsewhere = (await ports.holds.elsewhere()).filter((one) => one.familyId === familyId);
      return (await roomsOf(familyId)).filter(hasSomebody).length + elsewhere.length;
    },
    isAnybodyIn: async () => [...live].some(hasSomebody) || (await ports.holds.elsewhere()).length > 0,

    async forget(familyId) {
      ports.notices.tell({ what: 'family-erased', familyId });
      await forgetHere(familyId);
    },

    async close() {
      const open = await openRooms();
      rooms.clear();
      live.clear();
      // What is being recorded is stored to its end, and the log says that it ended, before anything else stops.
      await Promise.all(open.map(async ({ media }) => media?.recording.close()));
      await Promise.all(open.map(endRoom));
    },
  };
}

/** A room, or undefined if there is none, or another node has its session. */
async function unlessElsewhere(room: Promise<SessionRoom> | undefined): Promise<SessionRoom | undefined> {
  return room?.catch((error: unknown) => {
    if (error instanceof HeldElsewhere) return undefined;
    throw error;
  });
}

/** Whether somebody is in a session that is not over. */
function hasSomebody({ actor, connections }: SessionRoom): boolean {
  return actor.state().phase !== 'closed' && connections.size > 0;
}
