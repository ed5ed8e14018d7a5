import type { MediaPlaces } from '#server/config/mediaPlaces.ts';
import type { MediaPorts } from '#server/config/mediaPorts.ts';
import type { Plane } from '#shared/protocol/media.ts';
import { allOrNone } from './allOrNone.ts';
import { freePort } from '#server/network/freePort.ts';
import { keepWorker, type KeptWorker } from './keptWorker.ts';
import type { MediaServer } from './mediaServer.ts';
import { openMediasoupRoom } from './mediasoupRoom.ts';
import { placeRoom } from './placeRoom.ts';

type MediasoupOptions = {
  readonly workerBin: string;
  readonly places: MediaPlaces;
  /** Each plane has a worker for each of its ports. 0 takes any free port. */
  readonly ports: MediaPorts;
  readonly report: (error: unknown, doing: string) => void;
};

/**
 * The real media server. Voices never share a worker with pictures, and each room has one worker for either, the least
 * loaded when it was opened. Throws if a worker does not start.
 */
export async function createMediasoupServer(options: MediasoupOptions): Promise<MediaServer> {
  const { places, report } = options;
  const { announced } = places;
  const workers = await keepWorkers(options);
  const leastLoaded = (plane: Plane) => placeRoom(workers.filter((worker) => worker.plane === plane));

  // Closing a worker closes everything in its rooms.
  return {
    openRoom: () =>
      openMediasoupRoom({ room: leastLoaded('room'), voice: leastLoaded('voice') }, { announced, report }),
    figures: () => Promise.all(workers.map((worker) => worker.figures())),
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

function keepWorkers({ ports, places: { listen }, ...options }: MediasoupOptions): Promise<readonly KeptWorker[]> {
  const starting = (['room', 'voice'] as const).flatMap((plane) =>
    ports[plane].map(async (named) => {
      const port = named === 0 ? await freePort(...listen) : named;
      return keepWorker({ ...options, plane, listen, port });
    }),
  );
  return allOrNone(starting, (worker) => worker.close());
}
