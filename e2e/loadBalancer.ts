import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What stands in front of several nodes: each connection goes to the first of them that accepts it. */
export type LoadBalancer = {
  readonly url: string;
  /** From now on, new connections try the nodes at these ports, in this order. */
  readonly prefer: (...ports: readonly number[]) => void;
  /** Ends every connection, as when a cable is pulled out. */
  readonly cut: () => void;
  readonly stop: () => void;
};

export async function startLoadBalancer(): Promise<LoadBalancer> {
  let tried: readonly number[] = [];
  const open = new Set<Socket>();
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
      node.pipe(client).pipe(node);
    });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    prefer: (...ports) => (tried = ports),
    cut: () => open.forEach((socket) => socket.destroy()),
    stop() {
      open.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
