import { expect, test, vi } from 'vitest';
import { LOOK_EVERY_MS, startRetentionJob } from './retentionJob.ts';

/** A job on a clock that the test moves. */
function aJob(isTime: () => boolean) {
  const planned: { readonly ms: number; readonly callback: () => void }[] = [];
  const [run, faults] = [vi.fn(async () => undefined), [] as unknown[]];
  const stop = startRetentionJob({
    retention: { isTime: async () => isTime(), run },
    time: {
      callAfter(ms, callback) {
        const plan = { ms, callback };
        planned.push(plan);
        return () => void planned.splice(planned.indexOf(plan), 1);
      },
    },
    report: (error) => void faults.push(error),
  });
  async function step() {
    planned.shift()?.callback();
    await vi.waitFor(() => expect(planned.map(({ ms }) => ms)).toEqual([LOOK_EVERY_MS]));
  }
  return { planned, run, faults, stop, step };
}

test('[RET5] the server checks every quarter of an hour whether it is time, and erases only then', async () => {
  let isTime = false;
  const { run, step } = aJob(() => isTime);
  await step();
  expect(run).not.toHaveBeenCalled();
  isTime = true;
  await step();
  expect(run).toHaveBeenCalledTimes(1);
});

test('a fault is reported, and the server checks again', async () => {
  const { run, faults, step } = aJob(() => true);
  run.mockImplementationOnce(() => Promise.reject(new Error('The disk is full.')));
  await step();
  expect(faults).toHaveLength(1);
  await step();
  expect(run).toHaveBeenCalledTimes(2);
});

test('a server that stops no longer checks', () => {
  const { planned, stop } = aJob(() => true);
  stop();
  expect(planned).toEqual([]);
});
