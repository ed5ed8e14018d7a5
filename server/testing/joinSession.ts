import { io } from 'socket.io-client';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { Handshake } from '#shared/protocol/contract.ts';
import type { Reply } from '#shared/protocol/reply.ts';
import { PUBLIC_URL } from '#server/auth/testing/anAuth.ts';

/** A browser with this cookie that has joined a session over a real socket. */
export async function joinSession(url: string, cookie: string, auth: Handshake) {
  const socket = io(url, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth },
    extraHeaders: { cookie, origin: PUBLIC_URL },
  });
  await new Promise<void>((connected, refused) => {
    socket.on('connect', connected);
    socket.on('connect_error', refused);
  });
  const ask = (name: CommandName, input: unknown): Promise<Reply<unknown>> =>
    socket.timeout(30_000).emitWithAck(name, input);
  const joined = await ask('session:join', { lastSeq: 0 });
  if (!joined.ok) throw new Error(joined.error.message);
  return { ask, end: () => void socket.disconnect() };
}
