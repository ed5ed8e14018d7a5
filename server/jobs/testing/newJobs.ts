import { onTestFinished } from 'vitest';
import type { Db } from '#server/storage/db.ts';
import { createSqlJobStore } from '#server/storage/sqlJobStore.ts';
import { realTime } from '#server/time/time.ts';
import { createJobs, type Jobs } from '../jobs.ts';

/** The jobs of a clinic's only server, as it is or after a restart. They end with the test. */
export function newJobs(db: Db, report: (error: unknown) => void): Jobs {
  const jobs = createJobs({ store: createSqlJobStore(db, undefined), time: realTime, report });
  onTestFinished(jobs.close);
  return jobs;
}
