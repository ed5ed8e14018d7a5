import { expect, test } from 'vitest';
import type { Tally } from '#shared/domain/mastery.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { aFamilyRecord, aReport, aReportedWindow, aTotal, day, entryId, JON, MARIA } from './testing/aFamilyRecord.ts';
import { courseOf, foldRecord } from './courseOf.ts';

test('[CRS1] a new course puts every caregiver in the first stage of its program', () => {
  const course = courseOf(aFamilyRecord(), PCIT, day(1));
  const [first] = PCIT.course;
  expect(course).toMatchObject({ standing: 'running', stage: first, next: { stage: first } });
  expect(course.caregivers.map(({ name, stage }) => [name, stage])).toEqual([
    [MARIA.name, first],
    [JON.name, first],
  ]);
});

const played = (n: number, counts: Tally, over = {}) =>
  aReport(n, { stage: 'cdi-coach', windows: [aReportedWindow(counts, over)] });
const MASTERED = { LP: 10, BD: 10, RF: 10, QU: 3 };

test('[CRS6] the next stage is suggested once each caregiver met the criteria, each in their own session', () => {
  const entries = [
    { type: 'stage.enter', stage: 'cdi-coach', caregiverId: null, override: { reason: 'Taught elsewhere.' } },
  ] as const;
  const one = courseOf(aFamilyRecord({ entries, sessions: [played(2, MASTERED)] }), PCIT, day(9));
  expect([one.next?.stage.id, one.caregivers.map(({ gateMet }) => gateMet)]).toEqual(['cdi-coach', [true, false]]);
  const sessions = [played(2, MASTERED), played(5, MASTERED, { caregiver: JON })];
  const both = courseOf(aFamilyRecord({ entries, sessions }), PCIT, day(9));
  expect([both.stage.id, both.next?.stage.id]).toEqual(['cdi-coach', 'pdi-teach']);
});

test.for([
  [12, 'met', day(20)],
  [9, 'on the way', day(20)],
  [9, 'late', day(8)],
  [undefined, 'not measured', day(20)],
] as const)('[OBJ1] %s labeled praises against ten are %s', ([LP, standing, by]) => {
  const measure = { of: 'code-count' as const, codes: ['LP'], treatmentPhase: 'cdi' };
  const set = { caregiverId: MARIA.caregiverId, measure, bound: 'at least', target: 10, by, words: 'Ten' } as const;
  const entries = [{ type: 'objective.set', entryId: entryId(1), ...set }] as const;
  const sessions = LP === undefined ? [] : [played(3, { LP })];
  expect(courseOf(aFamilyRecord({ entries, sessions }), PCIT, day(9)).objectives).toMatchObject([{ standing }]);
});

test('a withdrawn entry counts nowhere and stays in the history', () => {
  const entries = [
    aTotal(1, 'ecbi-intensity', 140, null),
    { type: 'entry.withdraw', entry: entryId(1), reason: 'Wrong family.' } as const,
  ];
  const course = courseOf(aFamilyRecord({ entries }), PCIT, day(9));
  expect(course.measures).toEqual([]);
  expect(course.history.map(({ entry }) => entry.type)).toEqual(['entry.withdraw', 'measure.record', 'course.open']);
});

test('[STA1-3] [STA5] a course without progress is reported, with the figures', () => {
  const entries = [
    { type: 'stage.enter', stage: 'cdi-coach', caregiverId: null, override: { reason: 'Taught elsewhere.' } },
    { type: 'session.miss', on: day(60), why: '' },
    { type: 'session.miss', on: day(67), why: '' },
  ] as const;
  const sessions = Array.from({ length: 9 }, (_, index) => played(7 * index + 1, { LP: 5 }));
  const rules = (held: typeof sessions) =>
    courseOf(aFamilyRecord({ entries, sessions: held }), PCIT, day(70)).alerts.map(({ rule }) => rule);
  expect(rules(sessions)).toEqual(['STA1', 'STA2', 'STA3']);
  expect(rules(sessions.slice(0, 3))).toEqual(['STA5', 'STA3']);
});

test.for([
  ['room', true, { backup: 'room', signedBy: 'Noor' }],
  ['room', false, { backup: 'none', signedBy: null }],
  ['none', true, { backup: 'none', signedBy: null }],
] as const)('[SEQ9] a back-up of %s, signed for: %s', ([backup, signedOff, agreed]) => {
  const entries = [{ type: 'time-out.agree', backup, signedOff, houseRules: true }] as const;
  expect(courseOf(aFamilyRecord({ entries }), PCIT, day(9)).timeOut).toMatchObject(agreed);
});

test('[SEQ13] time-out is contraindicated from the day of the entry until it is lifted, whatever was signed', () => {
  const entries = [
    { type: 'time-out.agree', backup: 'room', signedOff: true, houseRules: true },
    { type: 'time-out.contraindicate', reason: 'Was locked up once.' },
    { type: 'time-out.allow', reason: 'Talked through with the family.' },
  ] as const;
  const after = (count: number) =>
    courseOf(aFamilyRecord({ entries: entries.slice(0, count) }), PCIT, day(9)).timeOut.contraindicated;
  expect(after(1)).toBeNull();
  expect(after(2)).toMatchObject({ reason: 'Was locked up once.', by: 'Noor' });
  expect(after(3)).toBeNull();
});

test('[SEQ8] the warning of the back-up is given once in a treatment', () => {
  const escaped = { ...played(3, {}), countsOutside: { ESCAPE: 1 } };
  const warned = { ...escaped, roomWarningGiven: true };
  const given = (sessions: ReturnType<typeof played>[]) =>
    courseOf(aFamilyRecord({ sessions }), PCIT, day(9)).timeOut.roomWarningGiven;
  expect([given([]), given([escaped]), given([{ ...warned, program: 'pmt' }])]).toEqual([false, false, false]);
  expect(given([escaped, warned])).toBe(true);
});

test('a record is folded once for all requests, and again for another day, program or record', () => {
  const record = aFamilyRecord();
  const folded = foldRecord(record, PCIT, day(1));
  expect(foldRecord(record, PCIT, day(1))).toBe(folded);
  for (const other of [
    foldRecord(record, PCIT, day(2)),
    foldRecord(record, { ...PCIT }, day(2)),
    foldRecord({ ...record }, PCIT, day(1)),
  ])
    expect(other).not.toBe(folded);
});
