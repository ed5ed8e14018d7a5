import { onTestFinished } from 'vitest';
import type { Db } from '#server/storage/db.ts';
import type { NodeId } from '#server/storage/leases.ts';
import { createSqlJobStore } from '#server/storage/sqlJobStore.ts';
import { createJobs, type DoingJob } from '../jobs.ts';

type Begun = DoingJob & { readonly key: string; readonly end: () => void; readonly fail: (error: unknown) => void };

/** A server that does jobs. The test ends each, and says when the server looks for work that others left. */
export function aWorker(db: Db, node?: NodeId, asked = 0) {
  const begun: Begun[] = [];
  const faults: unknown[] = [];
  const looks = new Set<() => void>();
  let now = asked;
  const jobs = createJobs({
    store: createSqlJobStore(db, node),
    time: {
      // Each is asked for a second after the one before.
      wallNow: () => (now += 1_000),
      callAfter(_, look) {
        looks.add(look);
        return () => void looks.delete(look);
      },
    },
    report: (error) => void faults.push(error),
  });
  onTestFinished(() => {
    for (const { end } of begun) end();
    return jobs.close();
  });
  const start = () =>
    jobs.start({
      speech: (key, doing) =>
        new Promise((end, fail) => {
          doing.signal.addEventListener('abort', () => fail(new Error('The server stops.')));
          begun.push({ key, ...doing, end, fail });
        }),
    });
  const look = () => {
    const due = [...looks];
    looks.clear();
    for (const one of due) one();
  };
  return { jobs, start, begun, faults, look };
}
