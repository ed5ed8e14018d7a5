import { expect, test, vi } from 'vitest';
import { LOOK_EVERY_MS, startCourseJob } from './courseJob.ts';

function aJob(prepareToday: () => Promise<number>) {
  const planned: { ms: number; run: () => void }[] = [];
  const report = vi.fn();
  const stop = startCourseJob({
    courseDesk: { prepareToday },
    time: {
      callAfter(ms, run) {
        planned.push({ ms, run });
        return () => planned.splice(0);
      },
    },
    report,
  });
  return { planned, report, stop };
}

test('prepares the day at the start and looks again, also after a fault', async () => {
  const prepare = vi.fn().mockRejectedValueOnce(new Error('no database')).mockResolvedValue(0);
  const { planned, report, stop } = aJob(prepare);
  expect(planned.map(({ ms }) => ms)).toEqual([0]);
  planned[0]!.run();
  await vi.waitFor(() => expect(planned).toHaveLength(2));
  expect(report).toHaveBeenCalledOnce();
  expect(planned[1]!.ms).toBe(LOOK_EVERY_MS);
  planned[1]!.run();
  await vi.waitFor(() => expect(planned).toHaveLength(3));
  expect(prepare).toHaveBeenCalledTimes(2);
  stop();
  expect(planned).toEqual([]);
});
