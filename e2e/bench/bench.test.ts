import { expect, test } from 'vitest';
import { runBench } from './bench.ts';

test('what a bench has opened is closed when it fails, the last one first', async () => {
  const closed: string[] = [];
  const running = runBench(
    async ({ keep }) => {
      keep('server', (name) => closed.push(name));
      keep('browser', async (name) => closed.push(name));
      throw new Error('No worker.');
    },
    { rounds: 1, say: () => undefined },
  );
  await expect(running).rejects.toThrow('No worker.');
  expect(closed).toEqual(['browser', 'server']);
});
