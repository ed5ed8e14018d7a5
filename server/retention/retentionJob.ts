import type { Time } from '#server/time/time.ts';
import type { RetentionDesk } from './retentionDesk.ts';

/** How often the server checks whether it is time, in ms. */
export const LOOK_EVERY_MS = 900_000;

type Ports = {
  readonly retention: Pick<RetentionDesk, 'isTime' | 'run'>;
  readonly time: Pick<Time, 'callAfter'>;
  readonly report: (error: unknown) => void;
};

/** Erases once a day what is to be erased because of its age. Returns a stop, safe to call twice. Rule RET5. */
export function startRetentionJob({ retention, time, report }: Ports): () => void {
  let isStopped = false;
  let cancel: () => void = () => undefined;

  async function look() {
    try {
      if (await retention.isTime()) await retention.run();
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
