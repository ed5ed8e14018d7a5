import { expect, test } from 'vitest';
import { findProgram, listPrograms } from './findProgram.ts';
import { forEachOther } from './inWords.ts';
import type { Program } from './program.ts';

const WORDS: Readonly<Record<string, number>> = { fifteen: 15, ten: 10, eight: 8, five: 5, four: 4, three: 3, two: 2 };
const numberOf = (word: string) => WORDS[word.toLowerCase()] ?? Number(word);

/** All texts of a program that people read, except its history. */
function proseOf({ course, checklists, prompts, phases, observation, familySkills }: Program): readonly string[] {
  return [
    ...course.map(({ purpose }) => purpose),
    ...checklists.flatMap(({ items }) => items.map(({ text }) => text)),
    ...prompts.map(({ text }) => text),
    ...phases.map(({ familyWords }) => familyWords),
    ...(observation?.situations.map(({ script }) => script) ?? []),
    ...familySkills.flatMap(({ homeGoal, why }) => [homeGoal, why]),
  ];
}

test.for(listPrograms())('$id: minutes and commands in its texts match its tables', (program) => {
  const windows = [...program.phases, ...(program.observation?.situations ?? [])];
  const minutes = [...windows.map(({ windowMs }) => windowMs / 60_000), program.homePractice.minutes];
  const commands = program.phases.map(({ assessable }) => assessable.directCommands);
  for (const text of proseOf(program)) {
    for (const [, word = ''] of text.matchAll(/(\w+) minutes/g))
      expect([text, minutes]).toEqual([text, expect.arrayContaining([numberOf(word)])]);
    for (const [, word = ''] of text.matchAll(/at least (\w+) direct commands/g))
      expect([text, commands]).toEqual([text, expect.arrayContaining([numberOf(word)])]);
  }
});

/** Seconds in a code's definition that guide the coder. No table judges them. */
const BY_CODER: Readonly<Record<string, number>> = {
  'pcit BD': 5,
  'pcit-calm BD': 5,
  'pmt IGN': 5,
  'pmt CRT': 10,
  'nvr ARG': 10,
  'pace LEC': 15,
};

/** Every time limit of a program, in seconds. */
function secondsOf({ phases }: Program): readonly number[] {
  const criteria = phases.flatMap((phase) => [...phase.criteria, ...phase.practiceGoals]);
  const within = criteria.flatMap((one) => ('withinMs' in one ? one.withinMs : []));
  const clocks = phases.flatMap(({ sequence }) => (sequence ? Object.values(sequence.clocks) : []));
  return [...within, ...clocks].map((ms) => ms / 1_000);
}

const statedSeconds = (text: string) =>
  [...text.matchAll(/([a-z\d]+) seconds/gi)]
    .map(([, word = '']) => numberOf(word))
    .filter((count) => !Number.isNaN(count));

test.for(listPrograms())('$id: seconds in its texts match those that it judges by', (program) => {
  const judged = secondsOf(program);
  const stated = proseOf(program).flatMap((text) => statedSeconds(text).map((count) => [text, count] as const));
  for (const [text, count] of stated) expect([text, judged]).toEqual([text, expect.arrayContaining([count])]);
  for (const { code, definition } of program.codes) {
    const written = BY_CODER[`${program.id} ${code}`];
    for (const count of statedSeconds(definition))
      expect([code, written === undefined ? judged : [written]]).toEqual([code, expect.arrayContaining([count])]);
  }
});

/** Wording that would name another skill to coach next than the one nearest to its goal. */
const ANOTHER_NEXT = /(?<!at |from )\bleast\b|furthest|farthest|weakest|lowest|most missing/i;

test.for(listPrograms())('[NXT1] $id: none of its texts names another skill to coach next', (program) => {
  expect(proseOf(program).filter((text) => ANOTHER_NEXT.test(text))).toEqual([]);
});

test('[PMT2] the family reads how much praise the goal requires for each word of criticism', () => {
  const pmt = findProgram('pmt') ?? expect.fail('no program');
  const goal = pmt.phases.flatMap(({ criteria }) => criteria).find(({ rule }) => rule === 'PMT2')?.goal ?? 0;
  const homeGoal = pmt.familySkills.find(({ rule }) => rule === 'PMT2')?.homeGoal ?? '';
  expect(numberOf(/find (\w+) things?/.exec(homeGoal)?.[1] ?? '')).toBe(forEachOther(goal));
});

test('[OBS1] observed situations take five minutes, as the family is told', () => {
  const situations = listPrograms().flatMap(({ observation }) => observation?.situations ?? []);
  expect(new Set(situations.map(({ windowMs }) => windowMs))).toEqual(new Set([300_000]));
});
