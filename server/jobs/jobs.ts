import { JOB_KINDS, type JobKind, type JobStore, type StoredJob } from '#server/storage/jobStore.ts';
import type { Time } from '#server/time/time.ts';

/** How often a server looks for work that another one left, in ms. */
const LOOK_EVERY_MS = 30_000;

/** A job's progress is stored when it has gone on by this share. */
const TOLD_AFTER = 0.01;

/** The words for work that failed through a fault of ours. */
const FAULT = 'Something went wrong on the server.';

/** Why a piece of work cannot be done, in words for whoever asked for it. They name nobody. */
export class JobError extends Error {
  override readonly name: string = 'JobError';
}

export type DoingJob = {
  /** Aborted when the server stops. What is then not done is done again by the next one. */
  readonly signal: AbortSignal;
  /** `share` of it is done, from 0 to 1. */
  readonly tell: (share: number) => void;
};

/** Does a piece of work. It may have been begun before. Throws `JobError` if it cannot be done. */
export type DoJob = (key: string, doing: DoingJob) => Promise<void>;

/** Work that is done by one of the clinic's servers, one piece of a kind after the other, and that outlives a server. */
export type Jobs = {
  /** Asks for a piece of work. One that waits or runs is not begun twice, and one that failed is tried again. */
  readonly ask: (kind: JobKind, key: string) => Promise<StoredJob>;
  /** Undefined if it is done, or nobody asked for it. */
  readonly find: (kind: JobKind, key: string) => Promise<StoredJob | undefined>;
  /** Begins with what waits, also since an earlier server. Work of other kinds waits for a server that can do it. */
  readonly start: (work: { readonly [K in JobKind]?: DoJob | undefined }) => void;
  /** Stops what runs, which then waits for the next server. Safe to call twice. */
  readonly close: () => Promise<void>;
};

type JobsPorts = {
  readonly store: JobStore;
  readonly time: Pick<Time, 'callAfter' | 'wallNow'>;
  readonly report: (error: unknown) => void;
};

export function createJobs({ store, time, report }: JobsPorts): Jobs {
  const stopping = new AbortController();
  const queues = new Map<JobKind, ReturnType<typeof startQueue>>();
  let closing: Promise<void> | undefined;

  function startQueue(kind: JobKind, doJob: DoJob) {
    let turn: Promise<void> = Promise.resolve();
    let cancel: () => void = () => undefined;

    async function doAll() {
      while (!stopping.signal.aborted) {
        const key = await store.take(kind);
        if (key === undefined) return;
        await doOne(key);
      }
    }

    async function doOne(key: string) {
      let told = 0;
      const tell = (share: number) => {
        if (share - told < TOLD_AFTER) return;
        told = share;
        store.tell(kind, key, share).catch(report);
      };
      try {
        await doJob(key, { signal: stopping.signal, tell });
        await store.remove(kind, key);
      } catch (error) {
        if (stopping.signal.aborted) return;
        const isOurs = !(error instanceof JobError);
        if (isOurs) report(error);
        await store.fail(kind, key, isOurs ? FAULT : error.message);
      }
    }

    function look() {
      turn = turn.then(doAll).catch(report);
    }

    function lookNowAndThen() {
      look();
      cancel = time.callAfter(LOOK_EVERY_MS, lookNowAndThen);
    }

    // What this server had taken before it was started again is left to whoever takes it now.
    turn = store.giveBack().catch(report);
    lookNowAndThen();
    return {
      look,
      async end() {
        cancel();
        await turn;
      },
    };
  }

  async function closeAll() {
    stopping.abort();
    await Promise.all([...queues.values()].map((queue) => queue.end()));
    await store.giveBack();
  }

  return {
    async ask(kind, key) {
      await store.add(kind, key, new Date(time.wallNow()));
      const job = await store.find(kind, key);
      queues.get(kind)?.look();
      return job ?? { is: 'waiting' };
    },
    find: store.find,
    start(work) {
      for (const kind of JOB_KINDS) {
        const doJob = work[kind];
        if (doJob !== undefined) queues.set(kind, startQueue(kind, doJob));
      }
    },
    close: () => (closing ??= closeAll()),
  };
}
