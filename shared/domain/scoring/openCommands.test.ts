import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMMAND_SEQUENCE } from '../programs/pcit/commandSequence.ts';
import { openCommands } from './openCommands.ts';
import { commandOutcomes } from './scoreCommands.ts';

const at = (text: string) => text.split(' ').map((code, index) => ({ code, at: index * 1_000 }));
const open = (text: string, awaited: 'with the last' | 'without the last') =>
  [...openCommands(at(text), COMMAND_SEQUENCE, awaited)].map((one) => one.at / 1_000);

test.for([
  ['DC CO LP DC NC', [], []],
  ['DC DC CO', [0], [0]],
  ['DC LP IC NOC', [0], [0]],
  ['DC CO DC LP', [], [2]],
  ['DC STOP DC', [0], [0, 2]],
  ['DC NC WARN NC CHAIR REDO CO', [], []],
] as const)('[PDI2] in “%s” the open commands are %j, and %j once all is over', ([text, live, after]) => {
  expect(open(text, 'without the last')).toEqual(live);
  expect(open(text, 'with the last')).toEqual(after);
});

test('[PDI2] another caregiver’s command is no response', () => {
  const codes = [
    { code: 'DC', at: 0, caregiverId: 'a' },
    { code: 'DC', at: 1, caregiverId: 'b' },
    { code: 'CO', at: 2, caregiverId: 'a' },
  ];
  expect([...openCommands(codes, COMMAND_SEQUENCE, 'without the last')]).toEqual([]);
});

test('[PDI2] open commands are exactly those for which the score has no response, over any codes', () => {
  const codes = fc.array(fc.constantFrom('DC', 'IC', 'CO', 'NC', 'NOC', 'LP', 'WARN', 'CHAIR', 'REDO', 'STOP', 'QU'));
  fc.assert(
    fc.property(codes, (said) => {
      const events = said.map((code, index) => ({ code, at: index }));
      const scored = commandOutcomes(events, { spans: [[0, events.length + 1]], sequence: COMMAND_SEQUENCE });
      const without = scored.filter(({ response }) => response === null).map((one) => one.at);
      const shown = [...openCommands(events, COMMAND_SEQUENCE, 'with the last')].map((one) => one.at);
      expect(shown).toEqual(without);
    }),
  );
});
