/**
 * The real server, in whose media workers as many synthetic sessions can be opened as somebody asks for at `LOAD_PORT`:
 * `/open?sessions=80` answers with where their packets go, and `/figures` with what the workers have done.
 */
import { createServer } from 'node:http';
import * as mediasoup from 'mediasoup';
import type { WebRtcServer, Worker } from 'mediasoup/types';
import type { Plane } from '#shared/protocol/media.ts';
import { mediaPortsFrom } from '#server/config/mediaPorts.ts';
import { startServer } from '#server/startServer.ts';
import { realTime } from '#server/time/time.ts';
import { openSyntheticSession, type SyntheticSession } from './syntheticSession.ts';

const listening = new Map<Worker, WebRtcServer>();
const sessions: SyntheticSession[] = [];

async function open(count: number): Promise<unknown> {
  const workers = await workersByPort();
  const ports = mediaPortsFrom(Number(process.env['MEDIA_PORT']));
  for (let index = 0; index < count; index += 1) {
    const onTurn = (plane: Plane) => workers.get(ports[plane][index % ports[plane].length] ?? 0);
    const [room, voice] = [onTurn('room'), onTurn('voice')];
    if (room === undefined || voice === undefined) throw new Error('There are no media workers.');
    sessions.push(await openSyntheticSession({ room, voice }, sessions.length));
  }
  return sessions.flatMap(({ streams }) => streams);
}

async function workersByPort(): Promise<ReadonlyMap<number, Worker>> {
  const dumped = [...listening].map(async ([worker, server]) => {
    return [(await server.dump()).udpSockets[0]?.port ?? 0, worker] as const;
  });
  return new Map(await Promise.all(dumped));
}

async function figures(): Promise<unknown> {
  const used = await Promise.all([...listening.keys()].map((worker) => worker.getResourceUsage()));
  const received = await Promise.all(sessions.map((session) => session.received()));
  return {
    cpuMs: used.reduce((sum, { ru_utime, ru_stime }) => sum + ru_utime + ru_stime, 0),
    received: received.reduce((sum, packets) => sum + packets, 0),
  };
}

const control = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://here');
  const answer = url.pathname === '/open' ? open(Number(url.searchParams.get('sessions'))) : figures();
  answer.then(
    (content) => response.end(JSON.stringify(content)),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});
control.listen(Number(process.env['LOAD_PORT']), '127.0.0.1').unref();

mediasoup.observer.on('newworker', (worker) => {
  worker.observer.on('newwebrtcserver', (server) => void listening.set(worker, server));
});
const stop = await startServer(process.env, { isDevelopment: false, time: realTime });
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
