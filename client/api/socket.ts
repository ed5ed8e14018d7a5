import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, Handshake, ServerToClient } from '#shared/protocol/contract.ts';

export type SessionSocket = Socket<ServerToClient, ClientToServer>;

/** How soon a lost connection is first retried, in ms; later retries are slower. */
const RECONNECT_DELAY_MS = 150;
const RECONNECT_DELAY_MAX_MS = 2_000;

/** Opens the socket of one session, or of a device check outside one. WebSocket only: needs no sticky sessions. */
export function openSocket(handshake: Handshake, namespace = '/'): SessionSocket {
  return io(namespace, {
    forceNew: true,
    auth: handshake,
    transports: ['websocket'],
    reconnectionDelay: RECONNECT_DELAY_MS,
    reconnectionDelayMax: RECONNECT_DELAY_MAX_MS,
    randomizationFactor: 0.3,
    timeout: 5_000,
    autoConnect: false,
  });
}
