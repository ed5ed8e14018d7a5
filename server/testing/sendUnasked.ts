import type { CommandName } from '#shared/domain/permissions.ts';
import type { Handshake } from '#shared/protocol/contract.ts';
import { PUBLIC_URL } from '#server/auth/testing/anAuth.ts';

type Sending = {
  readonly cookie: string | undefined;
  readonly auth: Handshake;
  readonly name: CommandName;
  readonly input: unknown;
  /** Each connection comes from an address of its own, so that it is never refused because there are too many. */
  readonly from: number;
};

/**
 * Speaks Socket.IO by hand: asks to join and sends a command without waiting for an answer. Resolves when the server has
 * cut the connection: to `none`, or to the answer if the command was answered.
 */
export function sendUnasked(url: string, { cookie, auth, name, input, from }: Sending): Promise<string> {
  const headers = {
    ...{ origin: PUBLIC_URL, 'x-forwarded-for': `198.51.100.${from}` },
    ...(cookie !== undefined && { cookie }),
  };
  // Node’s WebSocket takes headers, which the type of the browser’s does not have.
  const options = { headers } as unknown as string[];
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, options);
  let answered = 'none';
  socket.addEventListener('open', () => {
    socket.send(`40${JSON.stringify(auth)}`);
    socket.send(`420${JSON.stringify([name, input])}`);
  });
  socket.addEventListener('message', ({ data }) => {
    const text = String(data);
    // `43` is an acknowledgement, `42` a notice.
    if (text.startsWith('43') || text.startsWith('42')) answered = text;
  });
  return new Promise((ended) => socket.addEventListener('close', () => ended(answered)));
}
