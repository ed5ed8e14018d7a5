import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scheduleTurns } from './schedule.ts';

const TURN_MS = 10_000;
const aLine = (ms: number) => ({ text: 'Up it goes.', ms });

test('one line stands in the middle of its turn', () => {
  expect(scheduleTurns([[], [aLine(2000)]], TURN_MS)).toMatchObject([{ startMs: 14_000, endMs: 16_000 }]);
});

test('nobody talks over another, and every line keeps its length and its turn', () => {
  const turn = fc.array(fc.integer({ min: 1, max: 1200 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 6 }), (turns) => {
      const said = scheduleTurns(
        turns.map((lines) => lines.map(aLine)),
        TURN_MS,
      );
      expect(said.map(({ startMs, endMs }) => endMs - startMs)).toEqual(turns.flat());
      said.forEach(({ startMs }, index) => expect(startMs).toBeGreaterThanOrEqual(said[index - 1]?.endMs ?? 0));
      expect(said.at(-1)?.endMs ?? 0).toBeLessThanOrEqual(turns.length * TURN_MS);
    }),
  );
});

test('more speech than a turn holds is refused', () => {
  expect(() => scheduleTurns([[aLine(6000), aLine(6000)]], TURN_MS)).toThrow('12000 ms of speech');
});
