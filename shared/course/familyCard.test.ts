import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skillToCoach } from '#shared/domain/coaching/skillToCoach.ts';
import { actualOf, judge } from '#shared/domain/mastery.ts';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import { editProgram, type ProgramEdits } from '#shared/domain/programs/programEdits.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { scoreWindow } from '#shared/domain/scoring/scoreWindow.ts';
import { aFamilyRecord, aReport, aReportedWindow, day, entryId, JON, MARIA } from './testing/aFamilyRecord.ts';
import { courseOf } from './courseOf.ts';
import { familyCard } from './familyCard.ts';

const OWN = aReportedWindow({ LP: 12, BD: 9, RF: 4, QU: 2 });
const query = { caregiverId: MARIA.caregiverId, today: day(3) };
const record = (others = aReportedWindow({}, { caregiver: JON }), praises = 1) =>
  aFamilyRecord({
    entries: [
      {
        type: 'practice.log',
        entryId: entryId(1),
        caregiverId: MARIA.caregiverId,
        on: day(2),
        minutes: 5,
        obstacle: null,
        praises: 3,
      },
      {
        type: 'practice.log',
        entryId: entryId(2),
        caregiverId: JON.caregiverId,
        on: day(2),
        minutes: 5,
        obstacle: null,
        praises,
      },
    ],
    sessions: [aReport(1, { stage: 'cdi-coach', windows: [OWN, others] })],
  });

test('[CARD1] a card has the caregiver’s own figures, the best result and the nearest goal', () => {
  const card = familyCard(record(), PCIT, query);
  const skill = (rule: string) => PCIT.familySkills.find((one) => one.rule === rule);
  expect(card).toMatchObject({
    caregiverName: 'Maria',
    skills: [{ actual: 12, goal: 10 }, { actual: 9 }, { actual: 4 }],
    skip: [{ actual: 2, goal: 3 }],
    counted: { ms: 300_000, judged: true },
    practice: { days: 1, of: 7 },
    strength: skill('CDI1')?.praise?.reached,
    goal: skill('CDI2')?.homeGoal,
  });
});

test('[CARD1] a share just under its goal is shown in percent, and never as reached', () => {
  const phase = PCIT.phases.find(({ criteria }) => criteria.some(({ of }) => of === 'effective'));
  const criteria = (phase?.criteria ?? []).map((one) => judge(one, one.of === 'effective' ? 0.749 : null, true));
  const window = aReportedWindow({}, { kind: phase?.id ?? '', criteria });
  const card = familyCard(aFamilyRecord({ sessions: [aReport(1, { windows: [window] })] }), PCIT, query);
  const name = PCIT.familySkills.find(({ rule }) => rule === 'PDI3')?.name;
  const figure = card?.skills.find((skill) => skill.name === name);
  expect(figure).toMatchObject({ actual: 74, goal: 75, percent: true });
  expect(figure?.why).not.toBe('');
});

test.for(listPrograms().filter(({ phases }) => phases[0].criteria.length > 0))(
  '[CARD1] [PRO1] a goal of $id is shown as the clinic’s only if the clinic set it',
  (program) => {
    const originsUnder = (edits?: ProgramEdits) => {
      const [phase] = editProgram(program, edits).phases;
      const criteria = phase.criteria.map((one) => judge(one, 1, true));
      const window = aReportedWindow({}, { kind: phase.id, criteria });
      const sessions = [aReport(1, { windows: [window] }, program)];
      const card = familyCard(aFamilyRecord({ program, sessions }), program, query);
      return new Set([...(card?.skills ?? []), ...(card?.skip ?? [])].map(({ goalOrigin }) => goalOrigin));
    };
    const known = program.phases[0].criteria.map(({ goalOrigin }) => (goalOrigin === 'local' ? 'ours' : goalOrigin));
    expect(originsUnder()).toEqual(new Set(known));
    const goals = Object.fromEntries(program.phases[0].criteria.map(({ rule }) => [rule, 99]));
    expect(originsUnder({ goals, localGoals: [], prompts: undefined })).toEqual(new Set(['local']));
  },
);

test('[CARD1] another caregiver’s data, or data about the coder, never changes a card', () => {
  const counts = fc.dictionary(fc.constantFrom('LP', 'BD', 'RF', 'QU', 'NTA', 'TA'), fc.nat(30));
  const before = familyCard(record(), PCIT, query);
  fc.assert(
    fc.property(counts, fc.nat(100), fc.string(), (given, praises, word) => {
      const others = aReportedWindow(given, { caregiver: JON, ratings: { note: word }, voidWhy: word });
      expect(familyCard(record(others, praises), PCIT, query)).toEqual(before);
    }),
  );
});

test('[CARD1] a session without any count praises nothing, and names the daily practice', () => {
  const goal = 'Special time, 5 minutes a day.';
  const nothing = { skills: [], skip: [], counted: null, strength: null, goal };
  expect(familyCard(aFamilyRecord({ sessions: [aReport(1)] }), PCIT, query)).toMatchObject(nothing);
  const voided = aReportedWindow({ LP: 12 }, { standing: 'void', assessable: false });
  expect(familyCard(aFamilyRecord({ sessions: [aReport(1, { windows: [voided] })] }), PCIT, query)).toMatchObject(
    nothing,
  );
  expect(familyCard(aFamilyRecord(), PCIT, query)).toBeUndefined();
});

test('[CARD1] “keep it up” is for a caregiver who reached everything', () => {
  const goalAfter = (window: ReturnType<typeof aReportedWindow>) =>
    familyCard(aFamilyRecord({ sessions: [aReport(1, { windows: [window] })] }), PCIT, query)?.goal;
  expect(goalAfter(aReportedWindow({ LP: 10, BD: 10, RF: 10 }))).toBe('Keep it up: Special time, 5 minutes a day.');
  expect(goalAfter(aReportedWindow({ LP: 10, BD: 10, RF: 10 }, { assessable: false }))).not.toMatch(/keep it up/i);
});

test('[NXT1] a window that is too short does not change what to try at home', () => {
  const short = aReportedWindow({ RF: 9 }, { assessable: false, codedMs: 200_000 });
  const sessions = [aReport(1, { windows: [OWN] }), aReport(2, { windows: [short] })];
  const card = familyCard(aFamilyRecord({ sessions }), PCIT, query);
  expect(card).toMatchObject({
    counted: { ms: 200_000, judged: false },
    goal: familyCard(record(), PCIT, query)?.goal,
  });
});

/** A window of any program, with any of its codes at any time, and its score. */
const someWindow = fc.constantFrom(...listPrograms()).chain((program) =>
  fc
    .record({
      phase: fc.constantFrom(...program.phases),
      codes: fc.array(fc.tuple(fc.constantFrom(...program.codes.map(({ code }) => code)), fc.nat(600_000)), {
        maxLength: 60,
      }),
      share: fc.constantFrom(1, 0.5),
    })
    .map(({ phase, codes, share }) => {
      const length = phase.windowMs * share;
      const events = codes.map(([code, at]) => ({ at, code }));
      const { criteria, assessable, mastered } = scoreWindow(events, {
        program,
        phase,
        spans: [[0, length]],
        void: false,
      });
      const scored = { criteria: [...criteria], assessable, mastered, codedMs: length };
      return {
        program,
        given: codes.map(([code]) => code),
        window: aReportedWindow({}, { kind: phase.id, ...scored }),
      };
    }),
);

test('[CARD1] [ANS2] for any window of any program, a card praises what was done and shows no share of nothing', () => {
  fc.assert(
    fc.property(someWindow, ({ program, given, window }) => {
      const sessions = [aReport(1, { windows: [window] }, program)];
      const card = familyCard(aFamilyRecord({ program, sessions }), program, query);
      const found = (rule: string) => window.criteria.find((one) => one.rule === rule);
      if (typeof card?.strength === 'string') {
        const praised = program.familySkills.filter(
          ({ praise }) => praise?.reached === card.strength || praise?.begun === card.strength,
        );
        const done = praised.flatMap(({ rule, praise }) => ({ criterion: found(rule), praise }));
        const isTrue = done.some(({ criterion, praise }) => {
          if (criterion === undefined || (actualOf(criterion) ?? 0) === 0) return false;
          if (!criterion.codes.some((code) => given.includes(code))) return false;
          return praise?.begun === card.strength || criterion.result.is === 'met';
        });
        expect([card.strength, isTrue]).toEqual([card.strength, true]);
      }
      const figures = [...(card?.skills ?? []), ...(card?.skip ?? [])];
      for (const { rule, name } of program.familySkills) {
        const criterion = found(rule);
        if (criterion === undefined) continue;
        const figure = figures.find((one) => one.name === name);
        expect([name, figure?.actual === null]).toEqual([name, actualOf(criterion) === null]);
      }
    }),
  );
});

test('[NXT1] the card and the family’s page name the same skill, for any window of any program', () => {
  fc.assert(
    fc.property(someWindow, ({ program, window }) => {
      const family = aFamilyRecord({ program, sessions: [aReport(1, { windows: [window] }, program)] });
      const next = courseOf(family, program, query.today).caregivers[0]?.coachNext;
      const skill = program.familySkills.find(({ rule }) => rule === next?.rule);
      const goal = familyCard(family, program, query)?.goal;
      expect(next?.rule).toBe(skillToCoach([window])?.rule);
      if (skill !== undefined) expect(goal).toBe(skill.homeGoal);
    }),
  );
});
