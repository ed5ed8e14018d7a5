import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/course/days.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import { aFamilyRecord, day, entryId, MARIA, THERAPIST } from './testing/aFamilyRecord.ts';
import { checkEntry } from './checkEntry.ts';

const OVERRIDE = { reason: 'The family asks for it.' };
const pause: FamilyEntry = { type: 'course.pause', reason: 'Away for the summer.' };
const resume: FamilyEntry = { type: 'course.resume' };
const drop: FamilyEntry = { type: 'course.drop', byCaregiver: ['practical'], byClinician: [], note: '' };
const graduate: FamilyEntry = { type: 'course.graduate', override: OVERRIDE };
const enter: FamilyEntry = { type: 'stage.enter', stage: PCIT.course[1]!.id, caregiverId: null, override: OVERRIDE };

function refusalOf(entry: FamilyEntry, ...entered: FamilyEntry[]) {
  return checkEntry(aFamilyRecord({ entries: entered }), PCIT, { entry, by: THERAPIST }, day(9))?.text;
}

test.for([
  [[], pause, undefined],
  [[pause], pause, 'The course is not running.'],
  [[drop], pause, 'The course is not running.'],
  [[], resume, 'The course is not paused.'],
  [[pause], resume, undefined],
  [[pause], enter, 'The course is paused. Resume it first.'],
  [[pause], graduate, 'The course is not running.'],
  [[pause, resume], enter, undefined],
] as const)('[CRS10] after %j, the answer to entering %j is: %s', ([entered, entry, refusal]) => {
  expect(refusalOf(entry, ...entered)).toBe(refusal);
});

test.for([
  [[], drop, undefined],
  [[pause], drop, undefined],
  [[drop], drop, 'The course has already ended.'],
  [[graduate], drop, 'The course has already ended.'],
  [[drop], enter, undefined],
] as const)('[CRS9] after %j, the answer to entering %j is: %s', ([entered, entry, refusal]) => {
  expect(refusalOf(entry, ...entered)).toBe(refusal);
});

const noTimeOut: FamilyEntry = { type: 'time-out.contraindicate', reason: 'Was locked up once.' };
const timeOutAgain: FamilyEntry = { type: 'time-out.allow', reason: 'Talked through with the family.' };

test.for([
  [[], noTimeOut, undefined],
  [[pause], noTimeOut, undefined],
  [[drop], noTimeOut, undefined],
  [[noTimeOut], noTimeOut, 'Time-out is already contraindicated. Lift that first to enter another reason.'],
  [[], timeOutAgain, 'Time-out is not contraindicated.'],
  [[noTimeOut], timeOutAgain, undefined],
  [[noTimeOut, timeOutAgain], noTimeOut, undefined],
] as const)('[SEQ13] after %j, the answer to entering %j is: %s', ([entered, entry, refusal]) => {
  expect(refusalOf(entry, ...entered)).toBe(refusal);
});

const miss = (on: string): FamilyEntry => ({ type: 'session.miss', on, why: '' });
const objective = (by: string): FamilyEntry => ({
  type: 'objective.set',
  entryId: entryId(1),
  caregiverId: MARIA.caregiverId,
  measure: { of: 'practice-days' },
  bound: 'at least',
  target: 5,
  by,
  words: 'Play most days',
});

test.for([
  [miss(day(10)), 'This day is in the future.'],
  [miss('0001-01-01'), 'This day is more than ten years ago.'],
  [miss(addDays(day(9), -3_000)), undefined],
  [objective('9999-12-31'), 'The day of an objective must be within two years.'],
  [objective(addDays(day(9), 700)), undefined],
] as const)('no day is so far away that it must be a mistake: the answer to %j is: %s', ([entry, refusal]) => {
  expect(refusalOf(entry)).toBe(refusal);
});
