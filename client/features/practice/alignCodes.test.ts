import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignCodes } from './alignCodes.ts';

const events = (text: string) =>
  text.split(', ').map((event) => {
    const [seconds, code = ''] = event.split(' ');
    return { at: Number(seconds) * 1_000, code };
  });

const KEY = events(
  '2.0 LP, 6.5 BD, 10.0 RF, 14.0 QU, 19.0 LP, 23.5 UP, 30.0 BD, 34.0 TA, 40.0 DC, 47.0 LP, 52.0 RF, 58.0 BD',
);
const GIVEN = events(
  '2.6 LP, 7.4 BD, 11.2 RF, 14.9 QU, 19.8 UP, 24.1 UP, 34.8 TA, 36.0 TA, 40.9 IC, 47.7 LP, 52.9 RF, 58.8 BD',
);

test('[REL1] two coders of a minute: nine agree, two differ, one is missed and one is added', () => {
  const pairs = alignCodes(KEY, GIVEN).map(([key, given]) => [key?.code ?? '–', given?.code ?? '–'].join('/'));
  expect(pairs.filter((pair) => new Set(pair.split('/')).size === 1)).toHaveLength(9);
  expect(pairs.filter((pair) => new Set(pair.split('/')).size > 1)).toEqual(['LP/UP', 'BD/–', '–/TA', 'DC/IC']);
});

test('[REL1] every event stands in one row, in its order, and no pair is more than two seconds apart', () => {
  const anEvent = fc.record({ at: fc.nat(30_000), code: fc.constantFrom('LP', 'BD', 'QU') });
  const some = fc.array(anEvent, { maxLength: 12 });
  fc.assert(
    fc.property(some, some, (key, given) => {
      const pairs = alignCodes(key, given);
      const inOrder = (all: typeof key) => all.toSorted((one, other) => one.at - other.at);
      expect(pairs.flatMap(([one]) => one ?? [])).toEqual(inOrder(key));
      expect(pairs.flatMap(([, other]) => other ?? [])).toEqual(inOrder(given));
      for (const [one, other] of pairs) {
        if (one && other) expect(Math.abs(one.at - other.at)).toBeLessThanOrEqual(2_000);
      }
    }),
  );
});
