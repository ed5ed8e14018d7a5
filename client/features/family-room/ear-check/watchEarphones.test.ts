import { beforeEach, expect, test, vi } from 'vitest';
import { watchEarphones } from './watchEarphones.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function fakeDevices(...labels: string[]) {
  let now = labels;
  const target = new EventTarget();
  return Object.assign(target, {
    enumerateDevices: async () =>
      now.map((label) => ({ kind: 'audiooutput', deviceId: label, label, groupId: '' }) as MediaDeviceInfo),
    plug: (...next: string[]) => {
      now = next;
      target.dispatchEvent(new Event('devicechange'));
    },
  });
}

test('pulling out the earphones calls back at once, and says once that they changed', async () => {
  const devices = fakeDevices('Speaker', 'Earphones');
  const calls: string[] = [];
  watchEarphones(
    devices,
    () => calls.push('maybe'),
    (changed) => calls.push(`changed: ${changed}`),
  );
  devices.plug('Speaker');
  devices.plug('Speaker');
  expect(calls).toEqual(['maybe', 'maybe']);
  await vi.advanceTimersByTimeAsync(300);
  expect(calls.slice(2)).toEqual(['changed: true']);
});

test('an event that changes no sound device settles as unchanged', async () => {
  const devices = fakeDevices('Speaker');
  const settled: boolean[] = [];
  watchEarphones(
    devices,
    () => undefined,
    (changed) => settled.push(changed),
  );
  devices.plug('Speaker');
  await vi.advanceTimersByTimeAsync(300);
  expect(settled).toEqual([false]);
});

test('where the browser names no devices, every event counts', async () => {
  const devices = fakeDevices('');
  const settled: boolean[] = [];
  watchEarphones(
    devices,
    () => undefined,
    (changed) => settled.push(changed),
  );
  devices.plug('');
  await vi.advanceTimersByTimeAsync(300);
  expect(settled).toEqual([true]);
});

test('a watch that was stopped says nothing more', async () => {
  const devices = fakeDevices('Speaker');
  const settled: boolean[] = [];
  const stop = watchEarphones(
    devices,
    () => undefined,
    (changed) => settled.push(changed),
  );
  devices.plug('Speaker', 'Earphones');
  stop();
  await vi.advanceTimersByTimeAsync(300);
  expect(settled).toEqual([]);
});
