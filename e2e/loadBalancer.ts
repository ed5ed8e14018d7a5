import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What stands in front of several nodes: each connection goes to the first of them that accepts it. */
export type LoadBalancer = {
  readonly url: string;
  /** From now on, new connections try the nodes at these ports, in this order. */
  readonly prefer: (...ports: readonly number[]) => void;
  /** From now on, nothing passes over the connections that there are, and nobody is told. */
  readonly halfOpen: () => void;
  /** Everything that is sent arrives so many ms later. */
  readonly delay: (ms: number) => void;
  /** Ends every connection, as when a cable is pulled out. */
  readonly cut: () => void;
  readonly stop: () => void;
};

export async function startLoadBalancer(): Promise<LoadBalancer> {
  let tried: readonly number[] = [];
  const open = new Set<Socket>();
  const waiting = new Map<Socket, Promise<void>>();
  let delayMs = 0;
  const server = createServer((client) => {
    keep(client);
    passOn(client, tried);
  });

  function keep(socket: Socket) {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  }

  function passOn(client: Socket, [port, ...others]: readonly number[]) {
    if (port === undefined) {
      client.destroy();
      return;
    }
    const node = connect({ port, host: '127.0.0.1' });
    node.once('error', () => passOn(client, others));
    node.once('connect', () => {
      node.removeAllListeners('error');
      keep(node);
      node.on('close', () => client.destroy());
      client.on('close', () => node.destroy());
      flow(node, client);
      flow(client, node);
    });
  }

  /** In order, however long each piece waits. */
  function flow(from: Socket, to: Socket) {
    from.on('data', (bytes: Buffer) => {
      if (delayMs === 0 && !waiting.has(to)) {
        to.write(bytes);
        return;
      }
      const before = waiting.get(to) ?? Promise.resolve();
      const sent = Promise.all([before, pause(delayMs)]).then(() => void to.write(bytes));
      waiting.set(to, sent);
      void sent.then(() => waiting.get(to) === sent && waiting.delete(to));
    });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    prefer: (...ports) => (tried = ports),
    halfOpen() {
      for (const socket of open) socket.removeAllListeners('data').pause();
    },
    delay: (ms) => (delayMs = ms),
    cut: () => open.forEach((socket) => socket.destroy()),
    stop() {
      open.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
