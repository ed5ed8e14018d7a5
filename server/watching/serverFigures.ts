import { PHASES } from '#shared/domain/phase.ts';
import { ServerFigures, type ServerLine } from '#shared/protocol/http/servers.ts';
import type { MediaServer } from '#server/media/mediaServer.ts';
import type { Node } from '#server/nodes/startNode.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { Time } from '#server/time/time.ts';
import { measureLoopDelay } from './loopDelay.ts';

/** How often figures are taken, in ms. */
export const TAKEN_EVERY_MS = 5_000;

/** After this many ms without news of a server, something is wrong. */
const NO_NEWS_MS = 30_000;

/** How the clinic's servers do. */
export type Servers = {
  /** This one first. */
  readonly list: () => Promise<readonly ServerLine[]>;
  readonly stop: () => void;
};

type ServersPorts = {
  readonly rooms: Pick<SessionRooms, 'figures'>;
  readonly media: Pick<MediaServer, 'figures'>;
  readonly isSaving: () => boolean;
  /** This server among the others. Undefined if it is the clinic's only one. */
  readonly node: Pick<Node, 'tellFigures' | 'figuresOfOthers' | 'address'> | undefined;
  readonly time: Pick<Time, 'callAfter' | 'wallNow'>;
  readonly report: (error: unknown) => void;
};

/** Takes figures of this server now and then, and tells them to the others. */
export function watchServers({ rooms, media, isSaving, node, time, report }: ServersPorts): Servers {
  const delay = measureLoopDelay();
  const instant = () => new Date(time.wallNow()).toISOString();
  const startedAt = instant();
  let isStopped = false;
  let cancel: () => void = () => undefined;
  let latest = take();
  latest.catch(report);

  async function take(): Promise<ServerFigures> {
    const { sessions, people, recording } = rooms.figures();
    return {
      at: instant(),
      startedAt,
      sessions: PHASES.flatMap((phase) => {
        const count = sessions[phase] ?? 0;
        return count === 0 ? [] : [{ phase, count }];
      }),
      people,
      recordings: recording,
      isSaving: isSaving(),
      delayMs: delay.p99(),
      memoryBytes: process.memoryUsage.rss(),
      media: (await media.figures()).map(({ plane, load, replaced }) => ({ plane, load, replaced })),
    };
  }

  async function takeAndTell() {
    try {
      const figures = await take();
      latest = Promise.resolve(figures);
      await node?.tellFigures(figures);
    } catch (error) {
      report(error);
    }
    if (!isStopped) plan();
  }

  function plan() {
    cancel = time.callAfter(TAKEN_EVERY_MS, () => void takeAndTell());
  }

  plan();
  return {
    async list() {
      const own = { ...(await latest), address: node?.address ?? null };
      const others = (await node?.figuresOfOthers()) ?? [];
      const oldest = time.wallNow() - NO_NEWS_MS;
      return [own, ...others].map((one) => ({ ...one, isSilent: new Date(one.at).getTime() < oldest }));
    },
    stop() {
      isStopped = true;
      cancel();
      delay.stop();
    },
  };
}
