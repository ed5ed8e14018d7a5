import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FamilyFact, FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import { CAREGIVER_A } from '#shared/session/testing/aSession.ts';
import { aFamilyRecord, aReport, day, entryId, THERAPIST } from './testing/aFamilyRecord.ts';
import { courseOf } from './courseOf.ts';

/** An entry made on a day of the course, after its opening. */
const factOn = (n: number, seq: number, entry: FamilyFactEntry): FamilyFact => {
  return { seq, at: `${day(n)}T09:00:00.000Z`, by: THERAPIST, entry };
};
const pause = (n: number, seq: number) => factOn(n, seq, { type: 'course.pause', reason: 'Away for the summer.' });
const resume = (n: number, seq: number) => factOn(n, seq, { type: 'course.resume' });
const practiced = (n: number, seq: number) =>
  factOn(n, seq, {
    type: 'practice.log',
    entryId: entryId(n),
    caregiverId: CAREGIVER_A,
    on: day(n),
    minutes: 0,
    obstacle: 'ill',
    praises: null,
  });

type Given = { readonly today: number; readonly facts?: readonly FamilyFact[]; readonly sessions?: SessionReport[] };

function silenceOn({ today, facts = [], sessions = [] }: Given): string | undefined {
  const opened = aFamilyRecord({ sessions });
  const { alerts } = courseOf({ ...opened, facts: [...opened.facts, ...facts] }, PCIT, day(today));
  return alerts.find(({ rule }) => rule === 'STA5')?.text;
}

test('[STA5] a new family is silent after fourteen days without a session or entry', () => {
  expect(silenceOn({ today: 14 })).toBeUndefined();
  expect(silenceOn({ today: 15 })).toBe('No session and no diary entry for 14 days, since 2026-03-02.');
});

test('[STA5] a session, or a diary entry even without practice, ends the silence', () => {
  expect(silenceOn({ today: 20, sessions: [aReport(7)] })).toBeUndefined();
  expect(silenceOn({ today: 21, sessions: [aReport(7)] })).toMatch(/^No session and no diary entry for 14 days/);
  expect(silenceOn({ today: 30, sessions: [aReport(7)], facts: [practiced(17, 2)] })).toBeUndefined();
  expect(silenceOn({ today: 31, sessions: [aReport(7)], facts: [practiced(17, 2)] })).toMatch(/since 2026-03-18/);
});

test('[STA5] a session that was planned and not held does not end it', () => {
  expect(silenceOn({ today: 20, sessions: [aReport(19, { phase: 'waiting' })] })).toMatch(
    /^No session and no diary entry for 19 days/,
  );
});

test('[STA5] an entry by the clinic does not end it', () => {
  const moved = factOn(12, 2, {
    type: 'stage.enter',
    stage: 'cdi-coach',
    caregiverId: null,
    override: { reason: 'Taught elsewhere.' },
  });
  expect(silenceOn({ today: 15, facts: [moved] })).toMatch(/^No session and no diary entry for 14 days/);
});

test('[STA5] a paused course is not silent, and its time restarts when it is resumed', () => {
  expect(silenceOn({ today: 40, facts: [pause(5, 2)] })).toBeUndefined();
  expect(silenceOn({ today: 52, facts: [pause(5, 2), resume(39, 3)] })).toBeUndefined();
  expect(silenceOn({ today: 53, facts: [pause(5, 2), resume(39, 3)] })).toMatch(
    /^No session and no diary entry for 14 days/,
  );
});

test('[STA5] the time of a restarted course starts again', () => {
  const dropped = factOn(5, 2, { type: 'course.drop', byCaregiver: ['practical'], byClinician: [], note: '' });
  const back = factOn(30, 3, {
    type: 'stage.enter',
    stage: 'cdi-coach',
    caregiverId: null,
    override: { reason: 'They came back.' },
  });
  expect(silenceOn({ today: 43, facts: [dropped, back] })).toBeUndefined();
  expect(silenceOn({ today: 44, facts: [dropped, back] })).toMatch(/^No session and no diary entry for 14 days/);
});
