import { expect, test } from 'vitest';
import { createLines } from './lines.ts';

test('two are inside at a time, and the others come in order', async () => {
  const lines = createLines(10);
  const came: number[] = [];
  const leaves = new Map<number, () => void>();
  const all = [1, 2, 3, 4].map(async (who) => {
    const leave = await lines.enter('one', 2);
    came.push(who);
    if (leave !== undefined) leaves.set(who, leave);
  });
  await Promise.all(all.slice(0, 2));
  expect(came).toEqual([1, 2]);
  leaves.get(1)?.();
  leaves.get(1)?.();
  await all[2];
  expect(came).toEqual([1, 2, 3]);
  for (const who of [2, 3]) leaves.get(who)?.();
  await all[3];
  leaves.get(4)?.();
  expect([came, lines.size()]).toEqual([[1, 2, 3, 4], 0]);
});

test('each key has a line of its own, and a line has an end', async () => {
  const lines = createLines(1);
  await lines.enter('one', 1);
  void lines.enter('one', 1);
  expect(lines.enter('one', 1)).toBeUndefined();
  expect(await lines.enter('another', 1)).toBeTypeOf('function');
});
