import { io, type ManagerOptions, type Socket } from 'socket.io-client';
import type { ClientToServer, Handshake, ServerToClient } from '#shared/protocol/contract.ts';
import { ELSEWHERE, Elsewhere, SOCKET_PATH } from '#shared/protocol/elsewhere.ts';

export type SessionSocket = Socket<ServerToClient, ClientToServer>;

/** A server that restarts is back within seconds: for ten of them it is tried this often, in ms. */
const SOON_MS = 150;
const SOON_TRIES = 70;
/** How often a server is tried that stays away for longer, in ms. */
const LATER_MS = 2_000;
/** The share of each wait that is random, so that a clinic's browsers come back at different times. */
const RANDOM_SHARE = 0.3;

/** Opens the socket of one session, or of a device check outside one. WebSocket only: needs no sticky sessions. */
export function openSocket(
  handshake: Handshake,
  namespace = '/',
  transports: ManagerOptions['transports'] = ['websocket'],
): SessionSocket {
  const socket: SessionSocket = io(namespace, {
    forceNew: true,
    auth: handshake,
    transports,
    reconnectionDelay: SOON_MS,
    reconnectionDelayMax: SOON_MS,
    randomizationFactor: RANDOM_SHARE,
    timeout: 5_000,
    autoConnect: false,
  });
  // Socket.IO doubles each wait, and a wait that it cuts to the longest one is not random anymore.
  socket.io.on('reconnect_attempt', (tries) => {
    const longest = tries < SOON_TRIES ? SOON_MS : LATER_MS;
    socket.io.reconnectionDelayMax(longest * (1 - RANDOM_SHARE * Math.random()));
  });
  socket.io.on('reconnect', () => socket.io.reconnectionDelayMax(SOON_MS));
  findNode(socket);
  return socket;
}

/**
 * A clinic may have several nodes. Any of them is asked, and says by which path the one is reached that has the session. When
 * that one is gone, any is asked again.
 */
function findNode(socket: SessionSocket): void {
  socket.on('connect_error', (error) => {
    const { data: place } = Elsewhere.safeParse('data' in error ? error.data : undefined);
    socket.io.opts.path = place?.path ?? SOCKET_PATH;
    if (error.message === ELSEWHERE && place !== undefined) socket.connect();
  });
  socket.on('disconnect', () => {
    socket.io.opts.path = SOCKET_PATH;
  });
}
