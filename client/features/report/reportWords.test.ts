import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { WindowId, CaregiverId } from '#shared/protocol/ids.ts';
import { countedCodes, verdictOf, type WindowReport } from './reportWords.ts';

const CRITERION = {
  rule: 'CDI1',
  label: 'Labeled praise',
  codes: ['LP'],
  of: 'count' as const,
  goalOrigin: 'published' as const,
  short: 'Praise',
  bound: 'at least' as const,
  goal: 10,
  result: { is: 'met' as const, actual: 10 },
};

function aWindow(overrides: Partial<WindowReport> = {}): WindowReport {
  return {
    windowId: WindowId.parse('6e1f3a0e-8f0b-4f5e-9a53-0a4d0f2f6b11'),
    kind: 'cdi',
    caregiver: { caregiverId: CaregiverId.parse('6e1f3a0e-8f0b-4f5e-9a53-0a4d0f2f6b12'), name: 'Nora' },
    from: 0,
    codedMs: 300_000,
    counts: {},
    assessable: true,
    mastered: true,
    isMastery: true,
    criteria: [CRITERION],
    goals: [],
    commands: null,
    outcomes: [],
    uncertain: [],
    ratios: [],
    standing: 'sound',
    voidWhy: null,
    gaps: [],
    stops: [],
    ratings: {},
    ...overrides,
  };
}

test.for([
  ['every criterion met', {}, 'met'],
  ['a criterion missed', { mastered: false }, 'notYet'],
  ['too little coded, whatever the counts', { codedMs: 299_999, assessable: false, mastered: false }, 'notAssessable'],
  ['too few commands in enough time', { assessable: false, kind: 'pdi' }, 'tooFewCommands'],
  ['a gap too long, whatever the counts', { standing: 'void', mastered: true }, 'void'],
  [
    'nothing that its goals could be judged by',
    { assessable: false, mastered: false, criteria: [{ ...CRITERION, result: { is: 'not applicable' } }] },
    'nothingCameUp',
  ],
  ['no criteria set', { criteria: [] }, 'noCriteria'],
] as const)('a window with %s is "%s"', ([, overrides, verdict]) => {
  expect(verdictOf(aWindow(overrides as Partial<WindowReport>), 300_000)).toBe(verdict);
});

test('counts are listed in the program’s order, without zeros, and unknown codes last', () => {
  const rows = countedCodes({ XX: 1, LP: 3, TA: 2, QU: 0 }, 'cdi', PCIT);
  expect(rows.map(({ code }) => code)).toEqual(['TA', 'LP', 'XX']);
});

test('a direct command is to avoid in child-led play and to do in parent-led play', () => {
  expect(countedCodes({ DC: 1 }, 'cdi', PCIT)[0]?.valence).toBe('avoid');
  expect(countedCodes({ DC: 1 }, 'pdi', PCIT)[0]?.valence).toBe('do');
});
