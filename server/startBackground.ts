import type { Auth } from './auth/auth.ts';
import { startSignInSweep } from './auth/signInSweep.ts';
import { startCourseJob } from './families/courseJob.ts';
import type { CourseDesk } from './families/courseDesk.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { RetentionDesk } from './retention/retentionDesk.ts';
import { startRetentionJob } from './retention/retentionJob.ts';
import type { SpeechJobs } from './speech/speechJobs.ts';
import type { Time } from '#server/time/time.ts';

type Ports = {
  readonly auth: Auth;
  readonly courseDesk: CourseDesk;
  readonly jobs: Jobs;
  readonly retention: RetentionDesk;
  readonly speech: SpeechJobs;
  readonly time: Time;
  readonly report: (error: unknown, doing: string) => void;
};

/** Starts what a server does by itself. Resolves once it has stopped. */
export function startBackground({
  auth,
  courseDesk,
  jobs,
  retention,
  speech,
  time,
  report,
}: Ports): () => Promise<void> {
  const stops = [
    startSignInSweep({ auth, time, report: (error) => report(error, 'sweeping sign-ins') }),
    startRetentionJob({
      ...{ retention, jobs, time },
      report: (error) => report(error, 'looking for what is too old'),
    }),
    startCourseJob({
      ...{ courseDesk, time },
      report: (error) => report(error, 'deriving what lists say of families'),
    }),
  ];
  jobs.start({
    speech: speech.work,
    // Another server may have done it since somebody asked.
    retention: async () => ((await retention.isTime()) ? retention.run() : undefined),
  });
  return async () => {
    for (const stop of stops) stop();
    await retention.close();
    await jobs.close();
  };
}
