import { expect, test } from 'vitest';
import { COUNTED_FOR_MS, createRefusals, MOST_NETWORKS } from './refusals.ts';

function aLog() {
  const lines: object[] = [];
  const timers: (() => void)[] = [];
  const refusals = createRefusals({
    write: (line) => void lines.push(line),
    callAfter(ms, callback) {
      expect(ms).toBe(COUNTED_FOR_MS);
      timers.push(callback);
      return () => void timers.splice(timers.indexOf(callback), 1);
    },
  });
  return { lines, timers, refusals, aMinuteLater: () => timers.shift()?.() };
}

test('[WIR7] a minute of refusals from one network is one line with their number', () => {
  const { lines, refusals, aMinuteLater } = aLog();
  for (let times = 0; times < 500; times += 1) refusals.note('192.0.2.1', 'limit');
  refusals.note('192.0.2.1', 'malformed');
  refusals.note('2001:db8::1', 'origin');
  refusals.note('2001:db8::2', 'origin');
  expect(lines).toEqual([]);
  aMinuteLater();
  expect(lines).toEqual([
    { network: '192.0.2.1', limit: 500, malformed: 1 },
    { network: '2001:db8:0:0::/64', origin: 2 },
  ]);
  refusals.note('192.0.2.1', 'limit');
  aMinuteLater();
  expect(lines.at(-1)).toEqual({ network: '192.0.2.1', limit: 1 });
  expect(lines).toHaveLength(3);
});

test('[WIR7] a flood from many networks is a hundred lines and one for the others', () => {
  const { lines, refusals, aMinuteLater } = aLog();
  for (let at = 0; at < 1_000; at += 1) refusals.note(`198.51.${at >> 8}.${at & 255}`, 'limit');
  aMinuteLater();
  expect(lines).toHaveLength(MOST_NETWORKS + 1);
  expect(lines.at(-1)).toEqual({ network: 'others', limit: 1_000 - MOST_NETWORKS });
});

test('[WIR7] what was counted is written when the server closes, and nothing waits', () => {
  const { lines, timers, refusals } = aLog();
  refusals.note('192.0.2.1', 'origin');
  refusals.close();
  refusals.close();
  expect(lines).toEqual([{ network: '192.0.2.1', origin: 1 }]);
  expect(timers).toEqual([]);
});
