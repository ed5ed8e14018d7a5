import type { Time } from '#server/time/time.ts';
import type { Jobs } from '#server/jobs/jobs.ts';
import type { RetentionDesk } from './retentionDesk.ts';

/** How often the server checks whether it is time, in ms. */
export const LOOK_EVERY_MS = 900_000;

type Ports = {
  readonly retention: Pick<RetentionDesk, 'isTime'>;
  readonly jobs: Pick<Jobs, 'ask'>;
  readonly time: Pick<Time, 'callAfter'>;
  readonly report: (error: unknown) => void;
};

/** Asks once a day for what is to be erased because of its age. Returns a stop, safe to call twice. Rule RET5. */
export function startRetentionJob({ retention, jobs, time, report }: Ports): () => void {
  let isStopped = false;
  let cancel: () => void = () => undefined;

  async function look() {
    try {
      if (await retention.isTime()) await jobs.ask('retention', 'today');
    } catch (error) {
      report(error);
    }
    if (!isStopped) plan();
  }

  function plan() {
    cancel = time.callAfter(LOOK_EVERY_MS, () => void look());
  }

  plan();
  return () => {
    isStopped = true;
    cancel();
  };
}
