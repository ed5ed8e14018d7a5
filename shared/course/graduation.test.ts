import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import { CAREGIVER_A, CAREGIVER_B } from '#shared/session/testing/aSession.ts';
import {
  aFamilyRecord,
  aReport,
  aReportedWindow,
  aTotal,
  day,
  JON,
  MARIA,
  THERAPIST,
} from './testing/aFamilyRecord.ts';
import { checkEntry } from './checkEntry.ts';
import { courseOf } from './courseOf.ts';

const TODAY = day(40);
const MASTERED = { LP: 10, BD: 10, RF: 10, QU: 3 };
const BOTH = [MARIA, JON];

const cdi = (n: number, stage: string, counts = MASTERED, caregivers = BOTH) =>
  aReport(n, { stage, windows: caregivers.map((caregiver) => aReportedWindow(counts, { caregiver })) });
const pdi = (n: number) =>
  aReport(n, {
    stage: 'pdi-coach',
    windows: BOTH.map((caregiver) => aReportedWindow({}, { kind: 'pdi', caregiver, mastered: true })),
  });

const toGraduation: FamilyFactEntry = {
  type: 'stage.enter',
  stage: 'graduation',
  caregiverId: null,
  override: { reason: 'For the test.' },
};
const able: FamilyFactEntry[] = BOTH.map(({ caregiverId }) => {
  return { type: 'confidence.judge', caregiverId, confident: true };
});
const TOTALS = [
  aTotal(39, 'ecbi-intensity', 110, CAREGIVER_A),
  aTotal(38, 'ecbi-intensity', 114, CAREGIVER_B),
] as const;
const SESSIONS = [cdi(3, 'cdi-coach'), pdi(20), cdi(21, 'pdi-coach')];

type Given = { readonly totals?: readonly FamilyFactEntry[]; readonly sessions?: typeof SESSIONS };
const recordOf = ({ totals = TOTALS, sessions = SESSIONS }: Given) =>
  aFamilyRecord({ entries: [toGraduation, ...able, ...totals], sessions });
const graduate = { type: 'course.graduate', override: null } as const;
const refusalOf = (given: Given) => checkEntry(recordOf(given), PCIT, { entry: graduate, by: THERAPIST }, TODAY)?.text;

test('[CRS7] a family graduates if each caregiver meets every requirement', () => {
  expect(refusalOf({})).toBeUndefined();
});

test.for([
  ['one caregiver gave no total', [TOTALS[0]], /^Jon: ECBI Intensity: no total of this caregiver’s own yet/],
  [
    'the other’s total belongs to nobody',
    [TOTALS[0], aTotal(39, 'ecbi-intensity', 100, null)],
    /^Jon: ECBI Intensity: no total of this caregiver’s own yet/,
  ],
  [
    'one total is fifteen days old',
    [TOTALS[0], aTotal(25, 'ecbi-intensity', 100, CAREGIVER_B)],
    /^Jon: ECBI Intensity: 100 on 2026-03-26, 15 days ago; a total from the last 14 days is needed/,
  ],
  [
    'one caregiver’s last total is too high',
    [...TOTALS, aTotal(40, 'ecbi-intensity', 115, CAREGIVER_A)],
    /^Maria: ECBI Intensity: 115 on 2026-04-10; at most 114/,
  ],
] as const)('[CRS7] [MEA7] if %s, the gate says what is missing and for whom', ([, totals, says]) => {
  expect(refusalOf({ totals })).toMatch(says);
});

test('[CRS7] a total from fourteen days ago still counts', () => {
  const totals = [TOTALS[0], aTotal(26, 'ecbi-intensity', 100, CAREGIVER_B)];
  expect(refusalOf({ totals })).toBeUndefined();
});

test('[CRS12] child-led play is coded again in sessions of parent-led play, with each caregiver', () => {
  const sessions = [cdi(3, 'cdi-coach'), pdi(20), cdi(21, 'pdi-coach', MASTERED, [MARIA])];
  expect(refusalOf({ sessions })).toMatch(/^Jon: CDI coded again in PDI sessions: not yet/);
});

test('[CRS12] skills that fell below mastery are named at the gate and in the alerts', () => {
  const sessions = [...SESSIONS, cdi(28, 'pdi-coach', { ...MASTERED, RF: 7, QU: 5 }, [JON])];
  const says =
    'CDI coded again in PDI sessions: below mastery on 2026-03-29 in ' +
    'Reflections (7 of at least 10), Questions, commands and negative talk (5 of at most 3).';
  expect(refusalOf({ sessions })).toBe(`Jon: ${says} Give a reason to graduate the family now.`);
  const { alerts } = courseOf(recordOf({ sessions }), PCIT, TODAY);
  expect(alerts).toMatchObject([{ rule: 'CRS12', text: says, caregiverId: CAREGIVER_B }]);
});

test('[CRS12] a skill that was never mastered, or is mastered again, has not fallen', () => {
  const fallen = cdi(22, 'pdi-coach', { ...MASTERED, RF: 7 });
  const rules = (sessions: typeof SESSIONS) =>
    courseOf(recordOf({ sessions }), PCIT, day(29)).alerts.map(({ rule }) => rule);
  expect(rules([pdi(20), fallen])).not.toContain('CRS12');
  expect(rules([...SESSIONS, fallen])).toContain('CRS12');
  expect(rules([...SESSIONS, fallen, cdi(28, 'pdi-coach')])).not.toContain('CRS12');
});
