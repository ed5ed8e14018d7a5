import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

type Opening = { readonly cookie?: string; readonly origin?: string; readonly query?: string };

const SHORT = 125;

/** A client that speaks WebSocket by hand, and so can break every rule of Socket.IO. `isOpen`: the server accepted it. */
export async function openRaw({ port }: { readonly port: number }, { cookie, origin, query = '' }: Opening = {}) {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  const closed = new Promise<unknown>((resolve) => socket.once('close', resolve));
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
  const lines = [
    `GET /socket.io/?EIO=4&transport=websocket${query} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    ...(origin === undefined ? [] : [`Origin: ${origin}`]),
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await Promise.race([new Promise((resolve) => socket.once('data', resolve)), closed]);

  function frame(opcode: number, text: string) {
    const payload = Buffer.from(text);
    if (payload.length > SHORT) throw new Error('Longer frames are not needed here.');
    return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
  }
  const write = (opcode: number, text: string, times: number) => {
    const one = frame(opcode, text);
    socket.write(Buffer.concat(Array.from({ length: times }, () => one)));
  };

  return {
    isOpen: heard.startsWith('HTTP/1.1 101'),
    heard: () => heard,
    /** Resolves when the server has ended the connection. */
    closed,
    send: (text: string, times = 1) => write(1, text, times),
    ping: (times: number) => write(9, '', times),
    end: () => void socket.destroy(),
  };
}
