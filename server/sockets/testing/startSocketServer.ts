import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { DeviceKind, Role } from '#shared/domain/people.ts';
import type { InputOf, NoticeName, NoticeOf, OutputOf } from '#shared/protocol/contract.ts';
import { CaregiverId, FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { KeptSafetySheet } from '#shared/protocol/safetySheet.ts';
import type { Reply } from '#shared/protocol/reply.ts';
import { createMeasures } from '#server/watching/measures.ts';
import { NO_NOTICES } from '#server/nodes/notices.ts';
import { HELD_ALONE } from '#server/nodes/sessionHolds.ts';
import type { AccessEnd } from '#server/auth/accessWatch.ts';
import type { ConsentsToday } from '#server/consents/consentDesk.ts';
import { NO_ANSWERS } from '#server/consents/testing/noAnswers.ts';
import { consentTo } from '#shared/domain/consent/consentTo.ts';
import type { AuditEntry } from '#server/audit/auditEntry.ts';
import type { Identity } from '#server/auth/identify.ts';
import type { Admitted } from '#server/auth/identifyAgain.ts';
import { createFakeMediaServer } from '#server/media/testing/fakeMediaServer.ts';
import { noRecording } from '#server/recording/testing/noRecording.ts';
import type { RecordingMeans } from '#server/recording/recordingKeeper.ts';
import { createSessionRooms } from '#server/rooms/sessionRooms.ts';
import { realTime, type Time } from '#server/time/time.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import { NO_TIME_OUT_SETTINGS, type TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { attachSockets } from '../attachSockets.ts';
import { createConnectionLimits } from '../connectionLimits.ts';
import type { RefusedFor } from '#server/network/refusals.ts';
import { newLinkId } from '#server/storage/newLink.ts';
import { trustProxies } from '#server/network/clientAddress.ts';

/** Real Socket.IO servers and clients for tests. A cookie that the test makes up says who a client is. */
export const MARIA = CaregiverId.parse('00000000-0000-4000-8000-00000000000a');
export const JON = CaregiverId.parse('00000000-0000-4000-8000-00000000000b');
export const NOOR = ParticipantId.parse('noor');
export const ADA = ParticipantId.parse('ada');
export const HOME = ParticipantId.parse('home-device');
export const PHONE = ParticipantId.parse('phone-device');

export function aSessionRecord(over: Partial<SessionRecord> = {}): SessionRecord {
  return {
    sessionId: SessionId.parse(randomUUID()),
    familyId: FamilyId.parse('00000000-0000-4000-8000-0000000000f1'),
    familyName: 'Rivera',
    childInitials: 'L',
    caregivers: [
      { caregiverId: MARIA, name: 'Maria' },
      { caregiverId: JON, name: 'Jon' },
    ],
    lead: NOOR,
    leadName: 'Noor',
    startsAt: new Date('2026-11-21T10:00:00Z'),
    program: 'pcit',
    programVersion: 'pcit-2011',
    edits: null,
    stage: null,
    treatmentPhase: null,
    ...over,
  };
}

export type TestServer = Awaited<ReturnType<typeof startSocketServer>>;

type Parts = {
  readonly log?: FactLog;
  readonly time?: Time;
  readonly recording?: RecordingMeans;
  readonly connectionsPerAddress?: number;
  /** Where every connection seems to come from. */
  readonly peer?: string;
  readonly trustedProxies?: readonly string[];
  /** Called for each row of the audit. */
  readonly note?: (entry: AuditEntry) => void;
};

/** A server on a port of its own, with the fake media server and, by default, a log in memory. */
export async function startSocketServer(parts: Parts = {}) {
  const { log = createMemoryFactLog(), time = realTime, recording = noRecording() } = parts;
  const { connectionsPerAddress = 1_000, peer, trustedProxies = [] } = parts;
  const records = new Map<string, SessionRecord>();
  const revoked: ParticipantId[] = [];
  /** The safety sheet of every family. */
  const safety: { kept: KeptSafetySheet | undefined } = { kept: undefined };
  /** The record of every family. */
  const agreed: { timeOut: TimeOutSettings; level: string | null; consents: ConsentsToday } = {
    timeOut: NO_TIME_OUT_SETTINGS,
    level: null,
    consents: NO_ANSWERS,
  };
  const watched = new Map<(why: AccessEnd) => void, Admitted>();
  /** Ends the access of a person or device, as the watch over sign-ins does. */
  function endAccess(id: ParticipantId, why: AccessEnd = 'ended') {
    for (const [cut, admitted] of watched) {
      if ((admitted.as === 'staff' ? admitted.userId : admitted.deviceId) === id) cut(why);
    }
  }
  /** How often somebody was identified. */
  let lookups = 0;
  const audited: AuditEntry[] = [];
  const faults: unknown[] = [];
  /** Why connections and messages were refused before anybody looked at them. */
  const refused: string[] = [];
  /** The sessions whose supervisors were told of an emergency. */
  const told: SessionId[] = [];
  const report = (error: unknown) => faults.push(error);
  const media = createFakeMediaServer();
  const rooms = createSessionRooms({
    holds: HELD_ALONE,
    notices: NO_NOTICES,
    log,
    media,
    recording,
    time,
    report,
    agreedOf: async () => agreed,
    records: { findSession: async (id) => records.get(id) },
  });
  const http = createServer();
  if (peer !== undefined) {
    http.on('connection', (socket) => Object.defineProperty(socket, 'remoteAddress', { value: peer }));
  }
  const refusals = { note: (_address: string, why: RefusedFor) => void refused.push(why) };
  const trustsProxy = trustProxies(trustedProxies);
  const { monotonicNow } = time;
  const limits = createConnectionLimits({
    ...{ allowedOrigins: [], trustsProxy, connectionsPerAddress, monotonicNow, refusals },
  });
  const io = attachSockets(http, {
    ...{ rooms, limits, refusals, trustsProxy, monotonicNow },
    consents: {
      to: async (purpose, { caregivers }) => {
        const ids = caregivers.map(({ caregiverId }) => caregiverId);
        return consentTo(purpose, ids, agreed.consents.table, agreed.consents.today);
      },
    },
    noteSeen: async () => undefined,
    tellSupervisors: ({ sessionId }) => told.push(sessionId),
    audit: { note: parts.note ?? ((entry) => void audited.push(entry)) },
    measures: createMeasures(),
    report,
    publicUrl: 'http://localhost:3000',
    wallNow: time.wallNow,
    media,
    callAfter: time.callAfter,
    access: {
      watch(admitted, cut) {
        watched.set(cut, admitted);
        return { holds: async () => watched.has(cut), admitted: () => admitted, stop: () => void watched.delete(cut) };
      },
    },
    identify: async ({ cookie }) => {
      lookups += 1;
      return readTestCookie(cookie, records);
    },
    records: {
      makeLink: async ({ expiresAt }) => ({ linkId: newLinkId(), secret: 'a-secret-of-its-own', expiresAt }),
      setDeviceKind: async () => undefined,
      setDeviceWearer: async () => undefined,
      revokeDevice: async (id) => void revoked.push(id),
      findSafetySheet: async () => safety.kept,
    },
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const close = async () => {
    await io.close();
    await rooms.close();
    await media.close();
  };
  onTestFinished(close);
  return {
    port,
    io,
    rooms,
    media,
    revoked,
    safety,
    agreed,
    audited,
    told,
    faults,
    refused,
    lookups: () => lookups,
    endAccess,
    close,
    know: (record: SessionRecord) => {
      records.set(record.sessionId, record);
      return record;
    },
  };
}

type Who = {
  readonly id: ParticipantId;
  readonly role: Role;
  readonly kind?: DeviceKind;
  /** Only sends what was pressed earlier. */
  readonly handsIn?: true;
};

function readTestCookie(cookie: string | undefined, records: Map<string, SessionRecord>): Identity | undefined {
  const { id, role, kind, sessionId } = JSON.parse(decodeURIComponent(cookie ?? '%7B%7D')) as Who & {
    sessionId: string;
  };
  const session = records.get(sessionId);
  if (session === undefined) return undefined;
  if (kind === undefined) {
    const account = { userId: id, name: id, email: 'x@example.org', role };
    return { as: 'staff', account, signInId: id, session };
  }
  const device = {
    deviceId: id,
    sessionId: session.sessionId,
    kind,
    wearer: MARIA,
    name: 'Rivera',
    expiresAt: new Date(8e15),
  };
  return { as: 'device', device, session };
}

export type TestClient = Awaited<ReturnType<typeof connect>>;

/** A client that is connected and, by default, joined. */
export async function connect(server: TestServer, record: SessionRecord, who: Who, join = true) {
  server.know(record);
  const socket: Socket = io(`http://127.0.0.1:${server.port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: {
      as: who.kind === undefined ? 'staff' : 'device',
      sessionId: record.sessionId,
      ...(who.handsIn && { handsIn: true }),
    },
    extraHeaders: { cookie: encodeURIComponent(JSON.stringify({ ...who, sessionId: record.sessionId })) },
  });
  onTestFinished(() => void socket.disconnect());
  const heard: { readonly name: string; readonly notice: unknown }[] = [];
  socket.onAny((name: string, notice: unknown) => heard.push({ name, notice }));
  await new Promise<void>((connected, refused) => {
    socket.on('connect', connected);
    socket.on('connect_error', refused);
  });

  const ask = <N extends CommandName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> =>
    socket.timeout(2_000).emitWithAck(name, input);
  if (join) await ask('session:join', { lastSeq: 0 });
  return {
    socket,
    ask,
    raw: (name: string, ...rest: unknown[]): Promise<Reply<unknown>> =>
      socket.timeout(2_000).emitWithAck(name, ...rest),
    heard: <N extends NoticeName>(name: N) =>
      heard.filter((one) => one.name === name).map(({ notice }) => notice as NoticeOf<N>),
  };
}

/** A session in check-in with its lead coach, a supervisor and one combined device, all joined. */
export async function aRunningSession(server: TestServer, record = aSessionRecord()) {
  const noor = await connect(server, record, { id: NOOR, role: 'therapist' });
  const ada = await connect(server, record, { id: ADA, role: 'supervisor' });
  const home = await connect(server, record, { id: HOME, role: 'caregiver', kind: 'combined' });
  await noor.ask('device:admit', { participantId: HOME });
  await noor.ask('phase:check-in', {});
  return { record, noor, ada, home };
}
