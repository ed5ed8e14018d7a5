import { expect, onTestFinished, test } from 'vitest';
import { takePortPairs } from './recorderPorts.ts';

test('recorders never get the same ports, and none that the operating system gives to others', async () => {
  const taken = await Promise.all(Array.from({ length: 50 }, () => takePortPairs(3)));
  onTestFinished(() => taken.forEach(({ free }) => free()));
  const ports = taken.flatMap((pairs) => pairs.ports);
  expect(ports).toHaveLength(150);
  expect(new Set(ports.map((port) => port >> 2)).size).toBe(150);
  for (const port of ports) {
    expect(port % 2).toBe(0);
    expect(port).toBeGreaterThanOrEqual(7_000);
    expect(port).toBeLessThan(10_000);
  }
});

test('ports that a recorder no longer needs can be taken again', async () => {
  for (let times = 0; times < 20; times += 1) (await takePortPairs(100)).free();
});
