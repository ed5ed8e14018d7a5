import { connect } from 'node:net';

type Opening = {
  readonly cookie?: string | undefined;
  readonly origin?: string;
  readonly query?: string;
  /** What a proxy says the client's address is. */
  readonly forwardedFor?: string;
};

const [TEXT, PING] = [1, 9];

export type RawWebSocket = Awaited<ReturnType<typeof openRawWebSocket>>;

/** A client that speaks WebSocket by hand, and so can break every rule of it and of Socket.IO. `isOpen`: it was accepted. */
export async function openRawWebSocket(port: number, { cookie, origin, query = '', forwardedFor }: Opening = {}) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = new Promise<unknown>((resolve) => socket.once('close', resolve));
  const headers: Readonly<Record<string, string | undefined>> = {
    Host: '127.0.0.1',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    Cookie: cookie,
    Origin: origin,
    'X-Forwarded-For': forwardedFor,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const start = `GET /socket.io/?EIO=4&transport=websocket${query} HTTP/1.1`;
  socket.write(`${[start, ...lines].join('\r\n')}\r\n\r\n`);

  let heard = '';
  const listeners = new Set<(text: string) => void>();
  socket.on('data', (chunk) => {
    const text = chunk.toString('latin1');
    if (listeners.size === 0) heard += text;
    for (const listen of listeners) listen(text);
  });
  await Promise.race([new Promise((resolve) => socket.once('data', resolve)), closed]);

  return {
    isOpen: heard.startsWith('HTTP/1.1 101'),
    /** What came until somebody listened. */
    heard: () => heard,
    /** Calls this with everything that comes from now on, cut as the network cut it. */
    listen: (listener: (text: string) => void) => void listeners.add(listener),
    isClosed: () => socket.destroyed,
    /** Resolves when the server has ended the connection. */
    closed,
    /** Sends bytes as they are. Resolves once they may be followed by more. */
    write: async (bytes: Buffer) => {
      if (socket.destroyed || socket.write(bytes)) return;
      await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
    },
    send: (text: string, times = 1) => void socket.write(repeated(frameOf(TEXT, text), times)),
    ping: (times: number) => void socket.write(repeated(frameOf(PING, ''), times)),
    end: () => void socket.destroy(),
  };
}

/** A frame that WebSocket allows, masked with zeros. */
export function textFrame(text: string): Buffer {
  return frameOf(TEXT, text);
}

const FITS_IN_16_BITS = 0xffff;

function frameOf(opcode: number, text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const size =
    length < 126 ? [length] : length <= FITS_IN_16_BITS ? [126, ...bytesOf(length, 2)] : [127, ...bytesOf(length, 8)];
  const [first = 0, ...rest] = size;
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | first, ...rest, 0, 0, 0, 0]), payload]);
}

/** A number in network order. */
function bytesOf(value: number, count: 2 | 8): Buffer {
  const bytes = Buffer.alloc(count);
  if (count === 2) bytes.writeUInt16BE(value);
  else bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

const repeated = (frame: Buffer, times: number) => Buffer.concat(Array.from({ length: times }, () => frame));
