import type { Plane } from '#shared/protocol/media.ts';
import { freePort } from './freePort.ts';
import { keepWorker } from './keptWorker.ts';
import type { MediaServer } from './mediaServer.ts';
import { openMediasoupRoom } from './mediasoupRoom.ts';

type MediasoupOptions = {
  readonly workerBin: string;
  readonly listenIp: string;
  /** The address that clients use if it is not `listenIp`: a public address or host name. */
  readonly announcedAddress?: string;
  /** The port of each plane's worker, for UDP and TCP. 0 takes any free port. */
  readonly ports: Readonly<Record<Plane, number>>;
  readonly report: (error: unknown, doing: string) => void;
};

/** The real media server: one worker for the room and one for voices. Throws if a worker does not start. */
export async function createMediasoupServer(options: MediasoupOptions): Promise<MediaServer> {
  const room = await keepPlane('room', options);
  const voice = await keepPlane('voice', options);

  // Closing a worker closes everything in its rooms.
  return {
    openRoom: () => openMediasoupRoom({ room, voice }, options.report),
    figures: () => Promise.all([room.figures(), voice.figures()]),
    async close() {
      await Promise.all([room.close(), voice.close()]);
    },
  };
}

async function keepPlane(plane: Plane, { workerBin, listenIp, announcedAddress, ports, report }: MediasoupOptions) {
  const port = ports[plane] === 0 ? await freePort(listenIp) : ports[plane];
  return keepWorker({ plane, workerBin, listenIp, announcedAddress, port, report });
}
