import { createServer } from 'node:http';
import type { Worker } from 'mediasoup/types';
import type { Plane } from '#shared/protocol/media.ts';
import { openDeafPort } from './openDeafPort.ts';
import { openSyntheticSession, type SyntheticSession } from './syntheticSession.ts';

type Workers = Readonly<Record<Plane, readonly Worker[]>>;

/**
 * Opens as many synthetic sessions in these media workers as somebody asks for at `LOAD_PORT`: `/open?sessions=80` answers
 * with where their packets go, and `/figures` with what the workers have done.
 */
export async function serveLoad(findWorkers: () => Promise<Workers>): Promise<void> {
  const sessions: SyntheticSession[] = [];
  const listenersAt = await openDeafPort();

  async function open(count: number): Promise<unknown> {
    const workers = await findWorkers();
    for (let index = 0; index < count; index += 1) {
      const onTurn = (plane: Plane) => workers[plane][index % workers[plane].length];
      const [room, voice] = [onTurn('room'), onTurn('voice')];
      if (room === undefined || voice === undefined) throw new Error('There are no media workers.');
      sessions.push(await openSyntheticSession({ room, voice }, { index: sessions.length, listenersAt }));
    }
    return sessions.flatMap(({ streams }) => streams);
  }

  async function figures(): Promise<unknown> {
    const { room, voice } = await findWorkers();
    const used = await Promise.all([...room, ...voice].map((worker) => worker.getResourceUsage()));
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
}
