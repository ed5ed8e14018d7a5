import { setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import type { Router, TransportListenInfo, WebRtcServer, Worker } from 'mediasoup/types';
import type { Plane } from '#shared/protocol/media.ts';
import type { WorkerFigures } from './mediaServer.ts';
import { loadOf, type RoomLoad } from './placeRoom.ts';
import { ROUTER_CODECS } from './routerCodecs.ts';

type KeptWorkerOptions = {
  readonly plane: Plane;
  readonly workerBin: string;
  /** IP addresses, on all of which it listens. */
  readonly listen: readonly string[];
  /** One port, for UDP and TCP. */
  readonly port: number;
  readonly report: (error: unknown, doing: string) => void;
};

/** A router, and the server whose port its transports share. */
export type OpenRouter = { readonly router: Router; readonly webRtcServer: WebRtcServer };

/** A mediasoup worker that is replaced when it dies. */
export type KeptWorker = {
  readonly plane: Plane;
  /** How much it has to do, from the call of `openRouter` on. Endless while no worker is running. */
  load(): number;
  /** Opens a router on the current worker, or on the next one if none is running. */
  openRouter(): Promise<OpenRouter>;
  /** Called when a new worker has replaced a dead one. Returns a function that stops the calls. */
  onReplaced(listener: () => void): () => void;
  figures(): Promise<WorkerFigures>;
  close(): Promise<void>;
};

type Running = { readonly worker: Worker; readonly webRtcServer: WebRtcServer };

const RETRY_MS = 250;

/**
 * Of each direction of a worker's UDP port. All sessions of the worker share it, and pictures come in bursts: with the
 * usual 208 KB, 0.7 % of the datagrams of 80 sessions were dropped. The system may grant less, which the doctor says.
 */
export const MEDIA_BUFFER_BYTES = 2 * 2 ** 20;

/** Where processors are few, pictures wait for voices. From -20, first, to 19. */
const PRIORITY: Readonly<Record<Plane, number>> = { voice: 0, room: 5 };

/** Starts a worker and keeps one running. Throws if the first one does not start. */
export async function keepWorker(options: KeptWorkerOptions): Promise<KeptWorker> {
  const { plane, report } = options;
  const replacedListeners = new Set<() => void>();
  const rooms = new Set<CountedRoom>();
  let replaced = 0;
  let closed = false;
  let isRunning = false;
  let running: Promise<Running> = Promise.resolve(watched(await start(options)));

  function watched(started: Running): Running {
    isRunning = true;
    started.worker.on('died', (error) => {
      isRunning = false;
      report(error, `running the ${plane} worker`);
      replaced += 1;
      running = replacement();
      running.then(
        () => replacedListeners.forEach((listener) => listener()),
        () => undefined, // closed meanwhile
      );
    });
    return started;
  }

  async function replacement(): Promise<Running> {
    for (;;) {
      if (closed) throw new Error(`The ${plane} worker is closed.`);
      try {
        return watched(await start(options));
      } catch (error) {
        report(error, `starting a new ${plane} worker`);
        await sleep(RETRY_MS);
      }
    }
  }

  return {
    plane,

    load: () => (isRunning ? loadOf(rooms) : Infinity),

    async openRouter() {
      const room: CountedRoom = { consumers: 0 };
      const forget = () => rooms.delete(room);
      rooms.add(room);
      try {
        const { worker, webRtcServer } = await running;
        const router = await worker.createRouter({ mediaCodecs: ROUTER_CODECS });
        router.observer.once('close', forget);
        countConsumers(router, room);
        return { router, webRtcServer };
      } catch (error) {
        forget();
        throw error;
      }
    },

    onReplaced(listener) {
      replacedListeners.add(listener);
      return () => replacedListeners.delete(listener);
    },

    async figures() {
      const { worker } = await running;
      const used = await worker.getResourceUsage();
      const memoryBytes = used.ru_maxrss * 1_024;
      const cpuMs = used.ru_utime + used.ru_stime;
      return { plane, port: options.port, pid: worker.pid, cpuMs, memoryBytes, load: loadOf(rooms), replaced };
    },

    async close() {
      closed = true;
      await running.then(({ worker }) => worker.close()).catch(() => undefined); // none was running
    },
  };
}

type CountedRoom = { -readonly [K in keyof RoomLoad]: RoomLoad[K] };

function countConsumers(router: Router, room: CountedRoom) {
  router.observer.on('newtransport', (transport) => {
    transport.observer.on('newconsumer', (consumer) => {
      room.consumers += 1;
      consumer.observer.once('close', () => (room.consumers -= 1));
    });
  });
}

async function start({ plane, workerBin, listen, port }: KeptWorkerOptions): Promise<Running> {
  const worker = await createWorker({ workerBin, logLevel: 'warn' });
  try {
    setPriority(worker.pid, PRIORITY[plane]);
    const listenInfos = listen.flatMap((ip): TransportListenInfo[] => {
      // Without the flag, :: would take the port of 0.0.0.0 too.
      const at = { ip, port, flags: { ipv6Only: true } };
      return [
        { ...at, protocol: 'udp', recvBufferSize: MEDIA_BUFFER_BYTES, sendBufferSize: MEDIA_BUFFER_BYTES },
        { ...at, protocol: 'tcp' },
      ];
    });
    return { worker, webRtcServer: await worker.createWebRtcServer({ listenInfos }) };
  } catch (error) {
    worker.close();
    throw error;
  }
}
