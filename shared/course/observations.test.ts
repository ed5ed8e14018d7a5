import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { aFamilyRecord, aReport, aReportedWindow, day, JON, MARIA } from './testing/aFamilyRecord.ts';
import { courseOf } from './courseOf.ts';

const ALPHA = (value: number | null) => [{ rule: 'RAT2', label: 'Alpha compliance', value }];
const watched = (kind: string, over: Parameters<typeof aReportedWindow>[1] = {}) =>
  aReportedWindow({ DC: 6, CO: 3, LP: 1 }, { kind, ratios: ALPHA(0.5), ...over });
const held = (n: number, stage: string, ...windows: ReturnType<typeof watched>[]) => aReport(n, { stage, windows });

function observed(...sessions: ReturnType<typeof held>[]) {
  return courseOf(aFamilyRecord({ sessions }), PCIT, day(90)).observations;
}

test('[OBS3] each caregiver has the first, the last middle and the last final observation side by side', () => {
  const [maria, jon] = observed(
    held(1, 'pre-assessment', watched('clp'), watched('plp'), watched('cu')),
    held(2, 'pre-assessment', watched('plp', { counts: { DC: 8 } })),
    held(30, 'cdi-coach', watched('plp', { counts: { DC: 5, LP: 4 }, ratios: ALPHA(0.75) })),
    held(60, 'graduation', watched('plp', { counts: { DC: 4, LP: 9 }, ratios: ALPHA(1) })),
    held(80, 'booster', watched('plp', { counts: { DC: 3, LP: 8 }, ratios: ALPHA(null) })),
  );
  expect(jon).toEqual({ caregiverId: JON.caregiverId, situations: [] });
  expect(maria?.situations.map(({ id }) => id)).toEqual(['clp', 'plp', 'cu']);
  const parentLed = maria?.situations[1];
  expect(parentLed?.on).toEqual({ first: day(2), middle: day(30), end: day(80) });
  expect(parentLed?.figures).toEqual([
    { id: 'LP', label: 'Labeled praise', isShare: false, at: { first: 0, middle: 4, end: 8 } },
    { id: 'DC', label: 'Direct command', isShare: false, at: { first: 8, middle: 5, end: 3 } },
    { id: 'RAT2', label: 'Alpha compliance', isShare: true, at: { first: 0.5, middle: 0.75, end: null } },
  ]);
});

test('[OBS3] windows that are too short to judge, and warm-ups, are not compared', () => {
  const [maria] = observed(held(1, 'pre-assessment', watched('clp', { assessable: false }), watched('plp-warm-up')));
  expect(maria?.situations).toEqual([]);
});

test('[OBS2] observations open no gate of criteria, however good they are', () => {
  const perfect = { LP: 30, BD: 30, RF: 30 };
  const entries = [
    { type: 'stage.enter', stage: 'cdi-coach', caregiverId: null, override: { reason: 'Taught elsewhere.' } },
  ] as const;
  const windows = [MARIA, JON].map((caregiver) => aReportedWindow(perfect, { kind: 'clp', caregiver }));
  const sessions = [aReport(3, { stage: 'cdi-coach', windows })];
  const course = courseOf(aFamilyRecord({ entries, sessions }), PCIT, day(9));
  expect(course.caregivers.map(({ gateMet }) => gateMet)).toEqual([false, false]);
  expect(windows.map(({ mastered }) => mastered)).toEqual([false, false]);
});
