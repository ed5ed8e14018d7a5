import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, Handshake, ServerToClient } from '#shared/protocol/contract.ts';

export type SessionSocket = Socket<ServerToClient, ClientToServer>;

/** How soon a lost connection is tried again, in ms: at once, then calmly. */
const RECONNECT_DELAY_MS = 150;
const RECONNECT_DELAY_MAX_MS = 2_000;

/** Opens the socket of one session. WebSocket only: no sticky sessions, and nothing to fall back to half-way. */
export function openSocket(handshake: Handshake): SessionSocket {
  return io({
    auth: handshake,
    transports: ['websocket'],
    reconnectionDelay: RECONNECT_DELAY_MS,
    reconnectionDelayMax: RECONNECT_DELAY_MAX_MS,
    randomizationFactor: 0.3,
    timeout: 5_000,
    autoConnect: false,
  });
}
