import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { deviceName } from '#shared/domain/deviceName.ts';
import { type ClientToServer, Handshake, MAX_MESSAGE_BYTES, type ServerToClient } from '#shared/protocol/contract.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { CHECK_NAMESPACE } from '#shared/protocol/media.ts';
import { ok } from '#shared/protocol/reply.ts';
import type { Identify, Identity } from '#server/auth/identify.ts';
import type { Connection, SessionRoom } from '#server/rooms/sessionRoom.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import { answerCommands, type Report } from './answerCommands.ts';
import type { Answers } from './answers.ts';
import type { Caller } from './caller.ts';
import { coachingAnswers } from './coachingAnswers.ts';
import { deviceAnswers, type DevicePorts } from './deviceAnswers.ts';
import { earCheckAnswers } from './earCheckAnswers.ts';
import { type CheckPorts, type CheckSocket, createChecks, findChecker } from './checkSockets.ts';
import { departure } from './departure.ts';
import { createMeter, type Meter } from './gate.ts';
import { NO_MEDIA } from './noMedia.ts';
import { phaseAnswers } from './phaseAnswers.ts';
import { recordingAnswers } from './recordingAnswers.ts';
import { safetyAnswers, type SafetyPorts } from './safetyAnswers.ts';
import { sessionAnswers } from './sessionAnswers.ts';

/** How soon a dead peer is noticed: the ping interval, and the time to answer a ping, in ms. */
const PING_INTERVAL_MS = 5_000;
const PING_TIMEOUT_MS = 4_000;

type SocketPorts = DevicePorts &
  SafetyPorts &
  Pick<CheckPorts, 'media' | 'callAfter'> & {
    readonly rooms: SessionRooms;
    readonly identify: Identify;
    readonly allowedOrigins: readonly string[];
    readonly monotonicNow: () => number;
    readonly report: Report;
  };

/** The person at the other end, and the sign-in of the connection. A device has no sign-in. */
type Bound = { caller: Caller; signInId: string | undefined; hasSignedOut?: true };
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
    allowRequest: ({ headers: { origin } }, decide) => {
      decide(null, origin === undefined || ports.allowedOrigins.includes(origin));
    },
  });
  const meter = createMeter(ports.monotonicNow);

  io.use((socket, next) => {
    findCaller(socket, ports)
      .then((found) => {
        if (found !== undefined) Object.assign(socket.data, found);
        next(found === undefined ? new Error('not-signed-in') : undefined);
      })
      .catch((error: unknown) => {
        ports.report(error, 'handshake');
        next(new Error('internal'));
      });
  });

  io.on('connection', (socket) => {
    welcome(socket, ports, meter);
  });
  attachChecks(io, ports);
  return io;
}

/** Somebody signed out: the connections of that sign-in end. Rule PER5. */
export function endSignIn(io: SessionServer, signInId: string): void {
  for (const socket of socketsOf(io)) {
    if (socket.data.signInId !== signInId) continue;
    socket.data.hasSignedOut = true;
    socket.disconnect(true);
  }
}

/** Somebody renewed their sign-in: their connections continue with the new one. */
export function renewSignIn(io: SessionServer, former: string, next: string): void {
  for (const { data } of socketsOf(io)) if (data.signInId === former) data.signInId = next;
}

function socketsOf(io: SessionServer) {
  return [...io.sockets.sockets.values(), ...io.of(CHECK_NAMESPACE).sockets.values()];
}

/** Serves device checks, each on a socket of its own beside those of sessions. */
function attachChecks(io: SessionServer, ports: SocketPorts): void {
  const check = createChecks(ports, createMeter(ports.monotonicNow));
  const checkers = new WeakMap<object, ParticipantId>();
  const checks = io.of(CHECK_NAMESPACE);
  checks.use((socket, next) => {
    const { auth, headers } = socket.handshake;
    findChecker({ auth, cookie: headers.cookie }, ports.identify)
      .then((checker) => {
        if (checker !== undefined) checkers.set(socket, checker.me);
        socket.data.signInId = checker?.signInId;
        next(checker === undefined ? new Error('not-signed-in') : undefined);
      })
      .catch((error: unknown) => {
        ports.report(error, 'handshake of a check');
        next(new Error('internal'));
      });
  });
  checks.on('connection', (socket) => {
    const checker = checkers.get(socket);
    if (checker === undefined) socket.disconnect(true);
    else check(socket as unknown as CheckSocket, checker); // the media layer types its notices
  });
}

/** The person, by their cookie, with the session they may attend opened. */
async function findCaller(socket: SessionSocket, { identify, rooms }: SocketPorts): Promise<Bound | undefined> {
  const handshake = Handshake.safeParse(socket.handshake.auth);
  if (!handshake.success) return undefined;
  const identity = await identify({ cookie: socket.handshake.headers.cookie, handshake: handshake.data });
  if (identity === undefined) return undefined;
  const handsIn = handshake.data.as === 'staff' && handshake.data.handsIn === true;
  const caller = { ...callerOf(identity, await rooms.open(identity.session)), handsIn };
  return { caller, signInId: identity.as === 'staff' ? identity.signInId : undefined };
}

function callerOf(identity: Identity, room: SessionRoom): Omit<Caller, 'handsIn'> {
  if (identity.as === 'device') {
    const { device, session } = identity;
    const name = deviceName({ device: device.kind, wearer: device.wearer }, session.caregivers);
    return { participantId: device.deviceId, name, role: 'caregiver', device, room };
  }
  const { userId, name, role } = identity.account;
  return { participantId: userId, name, role, device: undefined, room };
}

/** One connection per person: a reload or a second window takes over from the earlier one. */
function welcome(socket: SessionSocket, ports: SocketPorts, meter: Meter): void {
  const { caller } = socket.data;
  // The session went to sleep between the handshake and now. The client reconnects and wakes it.
  if (!ports.rooms.isLive(caller.room)) {
    socket.disconnect(true);
    return;
  }
  if (caller.handsIn) {
    socket.on('disconnect', () => ports.rooms.left(caller.room));
    answerCommands(socket, caller, allAnswers(caller, ports), meter, ports.report);
    return;
  }
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
  answerCommands(socket, caller, allAnswers(caller, ports), meter, ports.report);
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
    ...sessionAnswers(caller),
    ...deviceAnswers(caller, ports),
    ...earCheckAnswers(caller, ports),
    ...safetyAnswers(caller, ports),
    ...phaseAnswers(caller),
    ...coachingAnswers(caller),
    ...recordingAnswers(caller),
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
