import { expect, test } from 'vitest';
import { listProgrammes } from './findProgramme.ts';
import type { Programme } from './programme.ts';

const WORDS: Readonly<Record<string, number>> = { five: 5, ten: 10, four: 4, three: 3, two: 2 };
const numberOf = (word: string) => WORDS[word.toLowerCase()] ?? Number(word);

/** Everything that is written in a programme for people to read, but what is said of its history. */
function proseOf({ course, checklists, prompts, phases, observation, familySkills }: Programme): readonly string[] {
  return [
    ...course.map(({ purpose }) => purpose),
    ...checklists.flatMap(({ items }) => items.map(({ text }) => text)),
    ...prompts.map(({ text }) => text),
    ...phases.map(({ familyWords }) => familyWords),
    ...(observation?.situations.map(({ script }) => script) ?? []),
    ...familySkills.flatMap(({ homeGoal, why }) => [homeGoal, why]),
  ];
}

test.for(listProgrammes())('$id: minutes and commands that its prose states are those of its tables', (programme) => {
  const windows = [...programme.phases, ...(programme.observation?.situations ?? [])];
  const minutes = [...windows.map(({ windowMs }) => windowMs / 60_000), programme.homePractice.minutes];
  const commands = programme.phases.map(({ assessable }) => assessable.directCommands);
  for (const text of proseOf(programme)) {
    for (const [, word = ''] of text.matchAll(/(\w+) minutes/g))
      expect([text, minutes]).toEqual([text, expect.arrayContaining([numberOf(word)])]);
    for (const [, word = ''] of text.matchAll(/at least (\w+) direct commands/g))
      expect([text, commands]).toEqual([text, expect.arrayContaining([numberOf(word)])]);
  }
});

test('[OBS1] situations that are watched take five minutes, as the family is told', () => {
  const situations = listProgrammes().flatMap(({ observation }) => observation?.situations ?? []);
  expect(new Set(situations.map(({ windowMs }) => windowMs))).toEqual(new Set([300_000]));
});
