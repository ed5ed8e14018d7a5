import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { NODE_PATH } from '#shared/protocol/elsewhere.ts';
import { NodeId } from '#server/storage/leases.ts';
import type { Node } from './startNode.ts';

type ForwardPorts = {
  readonly node: Pick<Node, 'nodeId' | 'addressOf'>;
  /** Whether this node would take the connection itself. If so it counts it until it closes. */
  readonly admits: (request: IncomingMessage) => boolean;
  readonly addressOfClient: (request: IncomingMessage) => string;
};

const refusal = (status: string) => `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;

/**
 * Answers sockets that are asked for by a node's path: those of this node here, and those of another node by passing the
 * connection on, byte for byte. So a browser reaches every node through any of them, at one address, with its cookies.
 */
export function forwardUpgrades(http: Server, { node, admits, addressOfClient }: ForwardPorts): void {
  http.prependListener('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { nodeId, rest } = NODE_PATH.exec(request.url ?? '')?.groups ?? {};
    if (nodeId === undefined || rest === undefined) return;
    if (nodeId === node.nodeId) {
      request.url = rest;
      return;
    }
    socket.on('error', () => socket.destroy());
    // The other node trusts what this one says of the client, so nothing is passed on that this one would refuse.
    if (!admits(request)) {
      socket.end(refusal('403 Forbidden'));
      return;
    }
    passOn(request, socket, head).catch(() => socket.end(refusal('502 Bad Gateway')));
  });

  async function passOn(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { nodeId } = NODE_PATH.exec(request.url ?? '')?.groups ?? {};
    const address = await node.addressOf(NodeId.parse(nodeId));
    if (address === undefined) throw new Error('There is no such node.');
    const { hostname, port } = new URL(address);
    const other = connect({ host: hostname.replace(/^\[|\]$/gu, ''), port: Number(port || 80) });
    await once(other, 'connect');
    other.on('error', () => socket.destroy());
    other.on('close', () => socket.destroy());
    socket.on('close', () => other.destroy());
    other.write(`${headOf(request, addressOfClient(request))}\r\n\r\n`);
    other.write(head);
    other.pipe(socket).pipe(other);
  }
}

/** The request as it came, with the client's address as a proxy says it. */
function headOf({ method, url, rawHeaders }: IncomingMessage, client: string): string {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (name.toLowerCase() !== 'x-forwarded-for') lines.push(`${name}: ${value}`);
  }
  return [...lines, `X-Forwarded-For: ${client}`].join('\r\n');
}
