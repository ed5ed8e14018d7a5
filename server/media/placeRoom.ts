/** What a worker has to do for one room: it sends each consumer its own copy of every packet. */
export type RoomLoad = { readonly consumers: number };

/**
 * What a room counts for at least: a coach and a recorder, each with picture and sound. Rooms are opened before anybody
 * sends, and many of them at the same time of the day.
 */
export const USUAL_CONSUMERS = 4;

export function loadOf(rooms: Iterable<RoomLoad>): number {
  return [...rooms].reduce((sum, { consumers }) => sum + Math.max(consumers, USUAL_CONSUMERS), 0);
}

/** The worker for one more room: the one with the least load, and of several the first. There must be one at least. */
export function placeRoom<W extends { load(): number }>(workers: readonly W[]): W {
  return workers.reduce((best, worker) => (worker.load() < best.load() ? worker : best));
}
