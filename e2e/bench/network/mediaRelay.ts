import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** How a network treats packets, in each direction. */
export type Path = {
  readonly delayMs: number;
  /** Each packet is up to so many ms earlier or later, and may overtake others. */
  readonly jitterMs: number;
  /** From 0 to 1: 1 lets nothing through. */
  readonly lost: number;
};

export const CLEAN: Path = { delayMs: 0, jitterMs: 0, lost: 0 };

/** A network between browsers and the media server, which listens elsewhere. */
export type MediaRelay = {
  readonly take: (path: Path) => void;
  /** From now on, the server sees every browser at another address, as when a phone changes its network. */
  readonly moveEverybody: () => void;
  readonly stop: () => void;
};

/** Where browsers send their media, and where the server listens for them. Both are this machine. */
export const [BROWSERS_SEND_TO, SERVER_LISTENS_AT] = ['127.0.0.1', '127.0.0.2'];

/** Passes UDP on at each of these ports. The server announces `BROWSERS_SEND_TO` and listens at `SERVER_LISTENS_AT`. */
export async function startMediaRelay(ports: readonly number[]): Promise<MediaRelay> {
  let path = CLEAN;
  const fronts: Socket[] = [];
  /** For each browser at each port, the socket that stands for it towards the server. */
  const outer = new Map<string, Socket>();

  function later(send: () => void) {
    if (Math.random() < path.lost) return;
    const wait = path.delayMs + (2 * Math.random() - 1) * path.jitterMs;
    if (wait <= 0) send();
    else setTimeout(send, wait);
  }

  function outerOf(front: Socket, port: number, from: { readonly address: string; readonly port: number }): Socket {
    const name = `${from.address}:${from.port}>${port}`;
    const known = outer.get(name);
    if (known !== undefined) return known;
    const made = createSocket('udp4');
    made.on('message', (packet) => later(() => sendUnlessClosed(front, packet, from.port, from.address)));
    made.bind(0, SERVER_LISTENS_AT);
    outer.set(name, made);
    return made;
  }

  for (const port of ports) {
    const front = createSocket('udp4');
    front.on('message', (packet, from) => {
      const made = outerOf(front, port, from);
      later(() => sendUnlessClosed(made, packet, port, SERVER_LISTENS_AT));
    });
    front.bind(port, BROWSERS_SEND_TO);
    await once(front, 'listening');
    fronts.push(front);
  }

  return {
    take: (next) => (path = next),
    moveEverybody() {
      for (const socket of outer.values()) close(socket);
      outer.clear();
    },
    stop() {
      for (const socket of [...fronts, ...outer.values()]) close(socket);
    },
  };
}

const closed = new WeakSet<Socket>();

function close(socket: Socket) {
  closed.add(socket);
  socket.close();
}

/** A packet may still wait when its socket is closed. */
function sendUnlessClosed(socket: Socket, packet: Buffer, port: number, address = '127.0.0.1') {
  if (!closed.has(socket)) socket.send(packet, port, address);
}
