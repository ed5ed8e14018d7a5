import { io } from 'socket.io-client';
import { askOver } from '#client/api/ask.ts';
import type { SessionSocket } from '#client/api/socket.ts';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { Handshake, InputOf, OutputOf } from '#shared/protocol/contract.ts';

/** Somebody in a session without a page. Refusals throw: a bench that is refused measures nothing. */
export type Attendant = {
  readonly ask: <N extends CommandName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  readonly joined: OutputOf<'session:join'>;
  readonly leave: () => void;
};

/** Joins a session over a real socket, as the browser's layer would. */
export async function connectByWire(url: string, cookie: string, handshake: Handshake): Promise<Attendant> {
  const socket: SessionSocket = io(url, {
    auth: handshake,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  await new Promise<void>((connected, refused) => {
    socket.on('connect', connected);
    socket.on('connect_error', refused);
  });

  const tryAsk = askOver(socket);
  const ask: Attendant['ask'] = async (name, input) => {
    const reply = await tryAsk(name, input);
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.message}`);
    return reply.value;
  };
  return { ask, joined: await ask('session:join', { lastSeq: 0 }), leave: () => void socket.disconnect() };
}
