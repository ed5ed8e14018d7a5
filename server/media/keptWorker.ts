import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import type { Router, TransportListenInfo, WebRtcServer, Worker } from 'mediasoup/types';
import type { Plane } from '#shared/protocol/media.ts';
import type { WorkerFigures } from './mediaServer.ts';
import { ROUTER_CODECS } from './routerCodecs.ts';

type KeptWorkerOptions = {
  readonly plane: Plane;
  readonly workerBin: string;
  readonly listenIp: string;
  /** The address that clients use if it is not `listenIp`. */
  readonly announcedAddress: string | undefined;
  /** One port, for UDP and TCP. */
  readonly port: number;
  readonly report: (error: unknown, doing: string) => void;
};

/** A router, and the server whose port its transports share. */
export type OpenRouter = { readonly router: Router; readonly webRtcServer: WebRtcServer };

/** A mediasoup worker that is replaced when it dies. */
export type KeptWorker = {
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

/** Starts a worker and keeps one running. Throws if the first one does not start. */
export async function keepWorker(options: KeptWorkerOptions): Promise<KeptWorker> {
  const { plane, report } = options;
  const replacedListeners = new Set<() => void>();
  let replaced = 0;
  let closed = false;
  let running: Promise<Running> = Promise.resolve(watched(await start(options)));

  function watched(started: Running): Running {
    started.worker.on('died', (error) => {
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
    async openRouter() {
      const { worker, webRtcServer } = await running;
      return { router: await worker.createRouter({ mediaCodecs: ROUTER_CODECS }), webRtcServer };
    },

    onReplaced(listener) {
      replacedListeners.add(listener);
      return () => replacedListeners.delete(listener);
    },

    async figures() {
      const { worker } = await running;
      const used = await worker.getResourceUsage();
      const memoryBytes = used.ru_maxrss * 1_024;
      return { plane, pid: worker.pid, cpuMs: used.ru_utime + used.ru_stime, memoryBytes, replaced };
    },

    async close() {
      closed = true;
      await running.then(({ worker }) => worker.close()).catch(() => undefined); // none was running
    },
  };
}

async function start({ workerBin, listenIp, announcedAddress, port }: KeptWorkerOptions): Promise<Running> {
  const worker = await createWorker({ workerBin, logLevel: 'warn' });
  try {
    const listen = { ip: listenIp, port, ...(announcedAddress !== undefined && { announcedAddress }) };
    const listenInfos: TransportListenInfo[] = [
      { ...listen, protocol: 'udp', recvBufferSize: MEDIA_BUFFER_BYTES, sendBufferSize: MEDIA_BUFFER_BYTES },
      { ...listen, protocol: 'tcp' },
    ];
    return { worker, webRtcServer: await worker.createWebRtcServer({ listenInfos }) };
  } catch (error) {
    worker.close();
    throw error;
  }
}
