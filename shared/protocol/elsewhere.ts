import { z } from 'zod';

/** Where sockets arrive, on any node. */
export const SOCKET_PATH = '/socket.io';

/** A path by which every node is asked for one of them. The rest of the path follows. */
export const NODE_PATH = /^\/node\/(?<nodeId>[0-9a-f-]{36})(?<rest>\/.*)$/u;

/** Why a socket is refused that belongs to another node, and what goes with it. */
export const ELSEWHERE = 'elsewhere';
export const Elsewhere = z.object({ path: z.string().regex(NODE_PATH) });

/** The path of the sockets of a node. */
export function socketPathOf(nodeId: string): string {
  return `/node/${nodeId}${SOCKET_PATH}`;
}
