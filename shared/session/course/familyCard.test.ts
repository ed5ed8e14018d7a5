import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '#shared/domain/mastery.ts';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import { aFamilyRecord, aReport, aReportedWindow, day, entryId, JON, MARIA } from './aFamilyRecord.ts';
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

test('[CARD1] a card has the caregiver’s own figures, what went best and what is nearest', () => {
  const card = familyCard(record(), PCIT, query);
  const skill = (rule: string) => PCIT.familySkills.find((one) => one.rule === rule);
  expect(card).toMatchObject({
    caregiverName: 'Maria',
    skills: [{ actual: 12, goal: 10 }, { actual: 9 }, { actual: 4 }],
    skip: { actual: 2, goal: 3 },
    practice: { days: 1, of: 7 },
    strength: skill('CDI1')?.praise,
    goal: skill('CDI2')?.homeGoal,
  });
});

test('[CARD1] a share just under its goal is told in percent, and never as reached', () => {
  const phase = PCIT.phases.find(({ criteria }) => criteria.some(({ of }) => of === 'effective'));
  const criteria = (phase?.criteria ?? []).map((one) => judge(one, one.of === 'effective' ? 0.749 : null, true));
  const window = aReportedWindow({}, { kind: phase?.id ?? '', criteria });
  const card = familyCard(aFamilyRecord({ sessions: [aReport(1, { windows: [window] })] }), PCIT, query);
  const name = PCIT.familySkills.find(({ rule }) => rule === 'PDI3')?.name;
  const figure = card?.skills.find((skill) => skill.name === name);
  expect(figure).toMatchObject({ actual: 74, goal: 75, percent: true });
  expect(figure?.why?.says).not.toBe('');
});

test('[CARD1] nothing of another caregiver, and nothing about the coder, ever changes a card', () => {
  const counts = fc.dictionary(fc.constantFrom('LP', 'BD', 'RF', 'QU', 'NTA', 'TA'), fc.nat(30));
  const before = familyCard(record(), PCIT, query);
  fc.assert(
    fc.property(counts, fc.nat(100), fc.string(), (given, praises, word) => {
      const others = aReportedWindow(given, { caregiver: JON, ratings: { note: word }, voidWhy: word });
      expect(familyCard(record(others, praises), PCIT, query)).toEqual(before);
    }),
  );
});

test('[CARD1] a session without a window still ends with a kind word', () => {
  const card = familyCard(aFamilyRecord({ sessions: [aReport(1)] }), PCIT, query);
  expect(card).toMatchObject({ skills: [], skip: null, practice: { days: 0 } });
  expect(card?.strength).not.toBe('');
  expect(familyCard(aFamilyRecord(), PCIT, query)).toBeUndefined();
});
