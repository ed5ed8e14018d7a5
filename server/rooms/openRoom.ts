import { programInUse } from '#shared/domain/programs/findProgram.ts';
import type { Fact, FactDraft, FactType } from '#shared/protocol/facts.ts';
import { ok } from '#shared/protocol/reply.ts';
import { zeroOf } from '#shared/session/beginning.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Agreed } from '#server/families/agreements.ts';
import type { SessionMediaPorts } from '#server/media/mediaPorts.ts';
import type { MediaServer } from '#server/media/mediaServer.ts';
import type { RecordingMeans } from '#server/recording/recordingKeeper.ts';
import { wakeSession } from '#server/sessions/sessionActor.ts';
import { startSessionClock } from '#server/sessions/sessionClock.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { Lease } from '#server/storage/leases.ts';
import type { Records } from '#server/storage/records.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { Time } from '#server/time/time.ts';
import { createPromptKeeper } from './promptKeeper.ts';
import { openRoomMedia } from './roomMedia.ts';
import { publishFacts, type SessionRoom } from './sessionRoom.ts';
import { updateAgreement } from './updateAgreement.ts';

export type RoomPorts = {
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

/** After these the family's record is asked again: it may have changed since it was asked before. */
const ASKED_AFTER: ReadonlySet<FactType> = new Set(['waiting.opened', 'check-in.started', 'consent.given']);

const ENDINGS: ReadonlySet<FactType> = new Set(['session.closed', 'recording.stopped']);

/** Whether a log is that of a closed session. */
export function isOver(facts: readonly Fact[]): boolean {
  return facts.some(({ type }) => type === 'session.closed');
}

/** The writer of a session's log, with its clock, which goes on from its last fact. */
export async function wakeActor(
  { sessionId }: SessionRecord,
  facts: readonly Fact[],
  { log, time, report, ...rest }: Pick<RoomPorts, 'log' | 'time' | 'report'> & { readonly onLost?: () => void },
) {
  const startedAt = new Date(zeroOf(facts) ?? time.wallNow());
  const clock = startSessionClock(startedAt, facts.at(-1)?.at ?? 0, time);
  return { actor: await wakeSession(sessionId, facts, { log, clock, report, ...rest }), clock, startedAt };
}

/** A log of which everything is written under a lease. */
function under(lease: Lease | undefined, log: FactLog): FactLog {
  return { ...log, append: (sessionId, facts, of) => log.append(sessionId, facts, { ...of, lease }) };
}

/** Wakes a session from its log, with its media and who follows it. Leaves nothing open if it fails. */
export async function openRoom(
  record: SessionRecord,
  lease: Lease | undefined,
  onLost: () => void,
  ports: RoomPorts,
): Promise<SessionRoom> {
  const { report } = ports;
  const log = under(lease, ports.log);
  const facts = await log.read(record.sessionId);

  // A closed session stays closed: nothing will flow in it anymore.
  const mediaRoom = isOver(facts) ? undefined : await ports.media.openRoom(record.sessionId);
  const waking = wakeActor(record, facts, { ...ports, log, onLost });
  const { actor, clock, startedAt } = await waking.catch((error: unknown) => {
    mediaRoom?.close();
    throw error;
  });
  const connections: SessionRoom['connections'] = new Map();
  const notify: SessionMediaPorts['notify'] = (to, name, notice) => connections.get(to)?.notify(name, notice);
  const room: SessionRoom = {
    record,
    lease,
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
    await closeRoom(room);
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
  ports: RoomPorts,
): Promise<void> {
  const last = facts.at(-1);
  if (last === undefined) {
    const opened = opening(record, startedAt, await ports.agreedOf(record));
    await actor.apply(() => ok([opened]));
    return;
  }
  const woken = await actor.apply((state) => ok([...cutOff(state, last.at), ...departures(state, last.at)]));
  if (!woken.ok && woken.error.code === 'internal') throw new Error('Another node has taken this session meanwhile.');
  await updateAgreement(record, actor, ports);
}

/** Ends every connection, the media and the writing. */
export async function closeRoom({ actor, media, prompts, connections }: SessionRoom): Promise<void> {
  prompts.close();
  for (const connection of connections.values()) connection.end();
  media?.close();
  await actor.close();
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
