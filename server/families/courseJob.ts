import type { Time } from '#server/time/time.ts';
import type { CourseDesk } from './courseDesk.ts';

/** How often the server looks whether another day has begun, in ms. */
export const LOOK_EVERY_MS = 300_000;

type Ports = {
  readonly courseDesk: Pick<CourseDesk, 'prepareToday'>;
  readonly time: Pick<Time, 'callAfter'>;
  readonly report: (error: unknown) => void;
};

/** Derives what lists say of families once for each day, from the start on. Returns a stop, safe to call twice. */
export function startCourseJob({ courseDesk, time, report }: Ports): () => void {
  let isStopped = false;
  let cancel: () => void = () => undefined;

  async function look() {
    await courseDesk.prepareToday().catch(report);
    if (!isStopped) cancel = time.callAfter(LOOK_EVERY_MS, () => void look());
  }

  cancel = time.callAfter(0, () => void look());
  return () => {
    isStopped = true;
    cancel();
  };
}
