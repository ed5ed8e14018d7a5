import { expect, test, vi } from 'vitest';
import type { Jobs } from '#server/jobs/jobs.ts';
import { LOOK_EVERY_MS, startRetentionJob } from './retentionJob.ts';

/** A job on a clock that the test moves. */
function aJob(isTime: () => boolean) {
  const planned: { readonly ms: number; readonly callback: () => void }[] = [];
  const ask = vi.fn<Jobs['ask']>(async () => ({ is: 'waiting' }));
  const faults: unknown[] = [];
  const stop = startRetentionJob({
    retention: { isTime: async () => isTime() },
    jobs: { ask },
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
  return { planned, ask, faults, stop, step };
}

test('[RET5] the server checks every quarter of an hour whether it is time, and asks for it only then', async () => {
  let isTime = false;
  const { ask, step } = aJob(() => isTime);
  await step();
  expect(ask).not.toHaveBeenCalled();
  isTime = true;
  await step();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a fault is reported, and the server checks again', async () => {
  const { ask, faults, step } = aJob(() => true);
  ask.mockImplementationOnce(() => Promise.reject(new Error('The disk is full.')));
  await step();
  expect(faults).toHaveLength(1);
  await step();
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a server that stops no longer checks', () => {
  const { planned, stop } = aJob(() => true);
  stop();
  expect(planned).toEqual([]);
});
