import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type ClientToServer, MAX_MESSAGE_BYTES, type ServerToClient } from '#shared/protocol/contract.ts';
import { SEEN_EVERY_MS } from '#shared/domain/signInEnd.ts';
import { CHECK_NAMESPACE } from '#shared/protocol/media.ts';
import { ok } from '#shared/protocol/reply.ts';
import type { AuditWriter } from '#server/audit/auditWriter.ts';
import type { AccessWatch, Watched } from '#server/auth/accessWatch.ts';
import type { Identify } from '#server/auth/identify.ts';
import { clientAddress, type TrustsProxy } from '#server/network/clientAddress.ts';
import type { Measures } from '#server/watching/measures.ts';
import type { RefusedFor, Refusals } from '#server/network/refusals.ts';
import { type Admitted, admittedOf } from '#server/auth/identifyAgain.ts';
import { identifyOnce } from '#server/auth/identifyOnce.ts';
import type { Connection } from '#server/rooms/sessionRoom.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import { answerCommands, type Report } from './answerCommands.ts';
import type { Answers } from './answers.ts';
import type { Caller } from './caller.ts';
import { coachingAnswers } from './coachingAnswers.ts';
import { deviceAnswers, type DevicePorts } from './deviceAnswers.ts';
import { earCheckAnswers } from './earCheckAnswers.ts';
import { type CheckPorts, type CheckSocket, createChecks } from './checkSockets.ts';
import type { ConnectionLimits } from './connectionLimits.ts';
import { departure } from './departure.ts';
import { createMeter, type Meter } from './gate.ts';
import { callerOf, useHandshake } from './handshake.ts';
import { NO_MEDIA } from './noMedia.ts';
import { type EngineConnection, limitPackets } from './packetLimits.ts';
import { phaseAnswers } from './phaseAnswers.ts';
import { type ConsentPorts, recordingAnswers } from './recordingAnswers.ts';
import { safetyAnswers, type SafetyPorts } from './safetyAnswers.ts';
import { sessionAnswers } from './sessionAnswers.ts';

/** How soon a dead peer is noticed: the ping interval, and the time to answer a ping, in ms. */
const PING_INTERVAL_MS = 5_000;
const PING_TIMEOUT_MS = 4_000;

/** How long a connection may stay without having joined, in ms. */
const JOINS_WITHIN_MS = 5_000;

type SocketPorts = DevicePorts &
  ConsentPorts &
  SafetyPorts &
  Pick<CheckPorts, 'media' | 'callAfter'> & {
    readonly limits: ConnectionLimits;
    readonly trustsProxy: TrustsProxy;
    readonly refusals: Pick<Refusals, 'note'>;
    readonly monotonicNow: () => number;
    readonly rooms: SessionRooms;
    readonly noteSeen: (signInId: string) => Promise<void>;
    readonly identify: Identify;
    readonly access: Pick<AccessWatch, 'watch'>;
    readonly audit: Pick<AuditWriter, 'note'>;
    readonly measures: Measures;
    readonly report: Report;
  };

/** The person at the other end, and whether what let them in still holds. */
type Bound = { caller: Caller; admitted: Admitted; watched: Watched; hasSignedOut?: true };
type SessionSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Bound>;
type SessionServer = Server<ClientToServer, ServerToClient, Record<string, never>, Bound>;

/** Serves live sessions over Socket.IO on an HTTP server. */
export function attachSockets(http: HttpServer, ports: SocketPorts): SessionServer {
  const io: SessionServer = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    perMessageDeflate: false,
    // Up to this size the gate refuses with a message; a larger message disconnects the client unread.
    maxHttpBufferSize: 2 * MAX_MESSAGE_BYTES,
    connectTimeout: JOINS_WITHIN_MS,
  });
  io.engine.use((request: IncomingMessage, _response: unknown, next: (error?: Error) => void) => {
    next(ports.limits.admits(request) ? undefined : new Error('refused'));
  });
  const joined = countPackets(io, ports);
  const handshakes = { ...ports, identify: identifyOnce(ports.identify) };
  const meter = createMeter(ports.monotonicNow);

  useHandshake(io, handshakes, async (socket: SessionSocket, known) => {
    socket.data.caller = await callerOf(known, ports.rooms);
    socket.data.admitted = admittedOf(known.identity);
  });
  io.on('connection', (socket) => {
    joined(socket);
    watch(socket, ports);
    welcome(socket, ports, meter);
  });

  const check = createChecks(ports, createMeter(ports.monotonicNow));
  const checks = io.of(CHECK_NAMESPACE);
  useHandshake(checks, handshakes, (socket: SessionSocket, { identity }) => {
    socket.data.admitted = admittedOf(identity);
  });
  checks.on('connection', (socket) => {
    joined(socket);
    watch(socket, ports);
    const { admitted, watched } = socket.data;
    const me = admitted.as === 'staff' ? admitted.userId : admitted.deviceId;
    check(socket as unknown as CheckSocket, { me, holds: watched.holds }); // the media layer types its notices
  });
  return io;
}

/** Counts the packets of every connection. Returns what to call when one has joined: it ends when it leaves again. */
function countPackets({ engine }: SessionServer, ports: SocketPorts): (socket: SessionSocket) => void {
  const joining = new WeakMap<EngineConnection, () => void>();
  engine.on('connection', (connection: EngineConnection) => {
    const address = clientAddress(connection.request, ports.trustsProxy);
    joining.set(
      connection,
      limitPackets(connection, ports, () => ports.refusals.note(address, 'limit')),
    );
  });
  return (socket) => {
    joining.get(socket.conn)?.();
    socket.on('disconnect', () => socket.conn.close());
  };
}

/** The connection ends with the sign-in or the admission that it depends on. Rule PER7. */
function watch(socket: SessionSocket, { access }: SocketPorts): void {
  const watched = access.watch(socket.data.admitted, (why) => {
    if (why === 'signed-out') socket.data.hasSignedOut = true;
    else if (socket.data.admitted.as === 'staff') socket.emit('session:ended', { why: 'revoked' });
    socket.disconnect(true);
  });
  socket.data.watched = watched;
  socket.on('disconnect', watched.stop);
}

/** One connection per person: a reload or a second window takes over from the earlier one. */
function welcome(socket: SessionSocket, ports: SocketPorts, meter: Meter): void {
  const { caller, watched } = socket.data;
  const address = clientAddress(socket.conn.request, ports.trustsProxy);
  const refused = (why: RefusedFor) => ports.refusals.note(address, why);
  const answers = allAnswers(caller, ports);
  const answer = () => answerCommands(socket, { ...ports, caller, answers, meter, refused, holds: watched.holds });
  // The session went to sleep between the handshake and now. The client reconnects and wakes it.
  if (!ports.rooms.isLive(caller.room)) {
    socket.disconnect(true);
    return;
  }
  if (caller.handsIn) {
    socket.on('disconnect', () => ports.rooms.left(caller.room));
    answer();
    return;
  }
  keepSeen(socket, ports);
  const { connections, following } = caller.room;
  const media = caller.room.media?.session;

  const former = connections.get(caller.participantId);
  const connection = connectionOf(socket, caller);
  connections.set(caller.participantId, connection);
  former?.notify('session:taken-over', {});
  former?.end();
  following.delete(caller.participantId);
  media?.dropParticipant(caller.participantId);

  socket.on('disconnect', () => {
    if (connections.get(caller.participantId) !== connection) return;
    connections.delete(caller.participantId);
    following.delete(caller.participantId);
    media?.dropParticipant(caller.participantId);
    leave(caller, socket.data.hasSignedOut === true);
    ports.rooms.left(caller.room);
  });
  answer();
}

/** In a session a sign-in never ends because nobody presses anything: a supervisor may only watch. Rule PER14. */
function keepSeen(socket: SessionSocket, ports: SocketPorts): void {
  let cancel: () => void = () => undefined;
  function see() {
    const admitted = socket.data.watched.admitted();
    if (admitted.as === 'device') return;
    ports.noteSeen(admitted.signInId).catch((error: unknown) => {
      ports.report(error, 'noting that a sign-in is used');
    });
    cancel = ports.callAfter(SEEN_EVERY_MS, see);
  }
  see();
  socket.on('disconnect', () => {
    cancel();
  });
}

function connectionOf(socket: SessionSocket, { participantId }: Caller): Connection {
  return {
    participantId,
    notify: (name, notice) => {
      // One notice's type at a time; TypeScript cannot choose among the emitter's overloads here.
      (socket as unknown as { emit: (name: string, notice: unknown) => void }).emit(name, notice);
    },
    end: () => {
      socket.disconnect(true);
    },
  };
}

function allAnswers(caller: Caller, ports: SocketPorts): Answers {
  return {
    ...sessionAnswers(caller, ports),
    ...deviceAnswers(caller, ports),
    ...earCheckAnswers(caller, ports),
    ...safetyAnswers(caller, ports),
    ...phaseAnswers(caller, ports),
    ...coachingAnswers(caller),
    ...recordingAnswers(caller, ports),
    ...(caller.room.media?.session.answerMedia(caller.participantId) ?? NO_MEDIA),
  };
}

/** A fact that is written later than this after its event also says when the event happened, in ms. */
const LATE_MS = 1_000;

/**
 * A connection that ended is a fact: its voice closes, and the others see that the person is gone. Socket.IO's reason
 * does not say why: a closed page and a cut network look alike. Rule SES8.
 */
function leave({ room, participantId }: Caller, hasSignedOut: boolean): void {
  const why = hasSignedOut ? 'left' : 'connection';
  const lastSeenAt = Math.round(room.actor.now());
  if (!room.gone.has(participantId)) room.gone.set(participantId, { why, lastSeenAt });
  room.actor.insist((state, now) => {
    // If it could not be written at once, the person may have come back since, which wrote it, and left again.
    const gone = room.gone.get(participantId);
    if (gone === undefined || room.following.has(participantId)) return ok([]);
    const isLate = now - gone.lastSeenAt > LATE_MS;
    const lastSeen = isLate ? { lastSeenAt: gone.lastSeenAt } : {};
    return ok(departure(state, participantId, { by: 'server', why: gone.why, ...lastSeen }));
  });
}
