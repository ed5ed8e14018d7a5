import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PCIT } from '../programs/pcit.ts';
import { findTreatmentPhase } from '../programs/program.ts';
import { ratiosOf } from './ratios.ts';
import { scoreWindow } from './scoreWindow.ts';

function ratios(kind: 'cdi' | 'pdi', codes: readonly string[]) {
  const phase = findTreatmentPhase(PCIT, kind) ?? PCIT.phases[0];
  const events = codes.map((code, index) => ({ code, at: index * 1_000 }));
  const score = scoreWindow(events, { program: PCIT, phase, spans: [[0, 300_000]], void: false });
  return Object.fromEntries(
    ratiosOf(score, phase.ratios ?? [], phase.sequence).map(({ rule, value }) => [rule, value]),
  );
}

test.for([
  ['[RAT1] direct commands of all commands', ['DC', 'CO', 'DC', 'CO', 'DC', 'CO', 'IC', 'CO'], 'RAT1', 0.75],
  ['[RAT2] compliance leaves out commands that gave no chance', ['DC', 'CO', 'DC', 'NC', 'DC', 'NOC'], 'RAT2', 0.5],
  ['[RAT2] a command that the next one interrupts gave no chance', ['DC', 'IC', 'CO'], 'RAT2', 1],
  ['[RAT2] a command without a response yet counts nowhere', ['DC', 'CO', 'DC'], 'RAT2', 1],
  [
    '[RAT4] commands that gave a chance, divided by all',
    ['DC', 'CO', 'DC', 'NOC', 'DC', 'NC', 'IC', 'NOC'],
    'RAT4',
    0.5,
  ],
] as const)('%s', ([, codes, rule, value]) => {
  expect(ratios('pdi', codes)[rule]).toBe(value);
});

test('[RAT3] descriptions, reflections and praise, divided by all the parent’s talk in child-led play', () => {
  expect(ratios('cdi', ['BD', 'RF', 'LP', 'UP', 'TA', 'QU', 'NTA', 'TA'])['RAT3']).toBe(0.5);
});

test('[RAT1-4] over nothing there is no ratio, never 0 or 100%', () => {
  for (const kind of ['cdi', 'pdi'] as const) expect(new Set(Object.values(ratios(kind, [])))).toEqual(new Set([null]));
});

test('[RAT1-4] a ratio is a share', () => {
  const codes = fc.array(fc.constantFrom('DC', 'IC', 'CO', 'NC', 'NOC', 'LP', 'BD', 'TA', 'QU'), { maxLength: 60 });
  fc.assert(
    fc.property(codes, (given) => {
      for (const value of Object.values(ratios('pdi', given))) {
        if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
      }
    }),
  );
});
