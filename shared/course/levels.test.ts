import { describe, expect, test } from 'vitest';
import { findProgram, listPrograms } from '#shared/domain/programs/findProgram.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { PMT } from '#shared/domain/programs/pmt.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import { aFamilyRecord, aReport, aReportedWindow, day, JON, MARIA, THERAPIST } from './testing/aFamilyRecord.ts';
import { checkEntry } from './checkEntry.ts';
import { courseOf } from './courseOf.ts';
import { familyCard } from './familyCard.ts';

const toPdi: FamilyEntry = {
  type: 'stage.enter',
  stage: 'pdi-coach',
  caregiverId: null,
  override: { reason: 'For the test.' },
};
const to = (level: string | null, reason?: string): FamilyEntry => {
  return { type: 'level.set', level, override: reason === undefined ? null : { reason } };
};
const withRules = { type: 'time-out.agree', backup: 'none', signedOff: false, houseRules: true } as const;

/** A PDI session for each word, oldest first; the word says which caregivers mastered its window. */
function sessionsOf(...mastered: readonly ('both' | 'Maria' | 'none')[]) {
  return mastered.map((who, index) =>
    aReport(index + 1, {
      stage: 'pdi-coach',
      windows: [MARIA, JON].map((caregiver) =>
        aReportedWindow({}, { kind: 'pdi', caregiver, mastered: who === 'both' || who === caregiver.name }),
      ),
    }),
  );
}

type Given = { readonly entered?: readonly FamilyEntry[]; readonly sessions?: ReturnType<typeof sessionsOf> };

const recordOf = ({ entered = [], sessions = [] }: Given) => aFamilyRecord({ entries: [toPdi, ...entered], sessions });
const refusalOf = (entry: FamilyEntry, given: Given) =>
  checkEntry(recordOf(given), PCIT, { entry, by: THERAPIST }, day(30))?.text;

test('[LVL2] commands are for the sessions only until the first level is set', () => {
  const { levels } = courseOf(recordOf({}), PCIT, day(30));
  expect(levels).toMatchObject({ now: undefined, next: { id: 'play' }, gate: [{ met: true }, { met: true }] });
  expect(courseOf(aFamilyRecord(), PCIT, day(30)).levels).toBeUndefined();
});

test.for([
  ['the first, in PDI coaching', to('play'), {}, undefined],
  ['real life, with nothing coded', to('real-life'), { entered: [to('play')] }, /^Maria: No PDI window/],
  [
    'real life, where one was not mastered',
    to('real-life'),
    { entered: [to('play')], sessions: sessionsOf('Maria') },
    /^Jon: The last PDI window was not mastered/,
  ],
  [
    'real life, where both mastered the last',
    to('real-life'),
    { entered: [to('play')], sessions: sessionsOf('none', 'both') },
    undefined,
  ],
  [
    'house rules after one mastered window',
    to('house-rules'),
    { entered: [to('play'), to('real-life')], sessions: sessionsOf('both') },
    /^Maria: Of the last 2 PDI windows 1 was mastered/,
  ],
  [
    'house rules while PDI is not stable',
    to('house-rules'),
    { entered: [to('play'), to('real-life')], sessions: sessionsOf('both', 'both', 'none') },
    /^Maria: Of the last 2 PDI windows 1 was mastered/,
  ],
  [
    'house rules once it is',
    to('house-rules'),
    { entered: [to('play'), to('real-life')], sessions: sessionsOf('none', 'both', 'both') },
    undefined,
  ],
  [
    'house rules, past a level',
    to('house-rules'),
    { entered: [to('play')], sessions: sessionsOf('both', 'both') },
    /skips/,
  ],
  [
    'house rules, past a level with a reason',
    to('house-rules', 'A dangerous street.'),
    { entered: [to('play')] },
    undefined,
  ],
  [
    'outings before house rules',
    to('public'),
    { entered: [to('play'), to('real-life', 'Asked for.')], sessions: sessionsOf('both', 'both') },
    /skips/,
  ],
  [
    'brothers and sisters after one mastered window',
    to('siblings'),
    { entered: [to('public', 'Asked for.')], sessions: sessionsOf('none', 'both') },
    /^Maria: Of the last 2 PDI windows 1 was mastered/,
  ],
  [
    'brothers and sisters after two',
    to('siblings'),
    { entered: [to('public', 'Asked for.')], sessions: sessionsOf('both', 'both') },
    undefined,
  ],
  ['the level of now', to('play'), { entered: [to('play')] }, /already/],
  ['back to the first', to('play'), { entered: [to('play'), to('real-life', 'Asked for.')] }, undefined],
  ['back to sessions only', to(null), { entered: [to('play')] }, undefined],
  ['one that there is not', to('holidays'), { entered: [to('play')] }, /no such level/],
] as const)('[LVL1] [LVL3-4] going on to %s gets the right answer', ([, entry, given, refusal]) => {
  const text = refusalOf(entry, given);
  if (refusal === undefined) expect(text).toBeUndefined();
  else expect(text).toMatch(refusal);
});

test('[LVL2] the first level waits for PDI coaching, and a program without levels has none', () => {
  const ask = (record: ReturnType<typeof aFamilyRecord>, program = PCIT) =>
    checkEntry(record, program, { entry: to('play'), by: THERAPIST }, day(30))?.text;
  expect(ask(aFamilyRecord())).toMatch(/PDI coaching has not begun yet/);
  expect(ask(aFamilyRecord({ program: PMT }), PMT)).toBe('The program has no levels.');
});

test('[LVL1] [CRS2] mastery from before a family went back must be shown again', () => {
  const back: FamilyEntry = { ...toPdi, stage: 'pdi-coach', override: { reason: 'Skills were lost.' } };
  const further: FamilyEntry = { ...toPdi, stage: 'graduation', override: { reason: 'For the test.' } };
  const record = recordOf({ entered: [to('play'), further, back], sessions: sessionsOf('both') });
  const facts = record.facts.map((fact) => (fact.entry === back ? { ...fact, at: `${day(9)}T10:00:00.000Z` } : fact));
  const { gate = [] } = courseOf({ ...record, facts }, PCIT, day(30)).levels ?? {};
  expect(gate.map(({ met }) => met)).toEqual([false, false]);
});

describe('[LVL3] a broken house rule', () => {
  const agreed = (...levels: readonly string[]) => {
    const entered = [...levels.map((level) => to(level, 'For the test.')), withRules];
    return courseOf(recordOf({ entered }), PCIT, day(30)).timeOut.houseRules;
  };

  test('leads to the chair only from its level on, whatever was agreed', () => {
    expect([agreed('play'), agreed('real-life')]).toEqual([false, false]);
    expect([agreed('house-rules'), agreed('public'), agreed('siblings')]).toEqual([true, true, true]);
    expect(agreed('house-rules', 'play')).toBe(false);
  });

  test('is not agreed on before its level', () => {
    const at = (level: string) => refusalOf(withRules, { entered: [to(level, 'For the test.')] });
    expect(at('real-life')).toBe('House rules start with the level “House rules”. Move on to that level first.');
    expect(at('house-rules')).toBeUndefined();
    expect(refusalOf({ ...withRules, houseRules: false }, {})).toBeUndefined();
  });
});

describe('[LVL5] what a family takes home', () => {
  const sessions = sessionsOf('none');
  const cardAt = (...levels: readonly string[]) =>
    familyCard(recordOf({ entered: levels.map((level) => to(level, 'For the test.')), sessions }), PCIT, {
      caregiverId: MARIA.caregiverId,
      sessionId: sessions[0]!.sessionId,
      today: day(3),
    });

  test('follows its level', () => {
    const tasks = (PCIT.levels?.all ?? []).map(({ id }) => cardAt(id)?.task);
    expect(tasks).toEqual(PCIT.levels?.all.map(({ homeTask }) => homeTask));
    expect(new Set(tasks).size).toBe(5);
  });

  test('has no commands in it before the first level', () => {
    const card = cardAt();
    expect(card?.task).toBeNull();
    expect(card?.goal).toMatch(/Special time/);
  });

  test('never tells of time-out, which some families must not use', () => {
    for (const { homeTask } of PCIT.levels?.all ?? []) expect(homeTask).not.toMatch(/chair|time-out|warn/i);
  });
});

test('[LVL1] every version of a program has its levels in order, under its own phases and stages', () => {
  const versions = [...listPrograms(), findProgram('pcit', 'pcit-2011')].flatMap((one) => one ?? []);
  for (const { levels, phases, course } of versions) {
    if (levels === undefined) continue;
    expect(phases.map(({ id }) => id)).toContain(levels.phase);
    expect(levels.all.map(({ id }) => id)).toContain(levels.houseRulesFrom);
    for (const { gate } of levels.all)
      if (gate.is === 'stage') expect(course.map(({ id }) => id)).toContain(gate.stage);
  }
});
