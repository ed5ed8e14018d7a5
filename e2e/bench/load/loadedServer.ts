/** The real server, in whose media workers synthetic sessions can be opened. */
import * as mediasoup from 'mediasoup';
import type { WebRtcServer, Worker } from 'mediasoup/types';
import { mediaPortsFrom } from '#server/config/mediaPorts.ts';
import { startServer } from '#server/startServer.ts';
import { realTime } from '#server/time/time.ts';
import { serveLoad } from './serveLoad.ts';

const listening = new Map<Worker, WebRtcServer>();
const ports = mediaPortsFrom(Number(process.env['MEDIA_PORT']));

await serveLoad(async () => {
  const dumped = [...listening].map(async ([worker, server]) => {
    return [(await server.dump()).udpSockets[0]?.port ?? 0, worker] as const;
  });
  const byPort = new Map(await Promise.all(dumped));
  const at = (some: readonly number[]) => some.flatMap((port) => byPort.get(port) ?? []);
  return { room: at(ports.room), voice: at(ports.voice) };
});

mediasoup.observer.on('newworker', (worker) => {
  worker.observer.on('newwebrtcserver', (server) => void listening.set(worker, server));
});
const stop = await startServer(process.env, { isDevelopment: false, time: realTime });
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
