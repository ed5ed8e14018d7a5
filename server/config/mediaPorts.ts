import { availableParallelism } from 'node:os';
import type { Plane } from '#shared/protocol/media.ts';

/** The port of each media worker, for UDP and TCP, by what goes over it. 0 means any free port. */
export type MediaPorts = Readonly<Record<Plane, readonly number[]>>;

/** No machine uses more, so that a firewall can be opened without knowing the machine. */
export const MOST_MEDIA_PORTS = 10;

/**
 * One port for each media worker: first those for rooms, then those for voices. A worker uses one core at most, and one
 * core is left to the server itself. Voices are small, so they need far fewer workers. On a machine with more cores,
 * the server itself and the recorders are full before eight workers are (decision 60).
 */
export function mediaPortsFrom(first: number, cores = availableParallelism()): MediaPorts {
  const rooms = Math.min(8, Math.max(1, cores - 1));
  const voices = Math.min(2, Math.max(1, Math.floor(cores / 4)));
  const ports = Array.from({ length: rooms + voices }, (_, at) => (first === 0 ? 0 : first + at));
  return { room: ports.slice(0, rooms), voice: ports.slice(rooms) };
}
