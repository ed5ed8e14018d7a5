import { isTooFarAhead, isTooLongAgo } from '#shared/domain/course/dayBounds.ts';
import { addDays } from '#shared/domain/course/days.ts';
import { findLevel, hasHouseRules } from '#shared/domain/programs/level.ts';
import { findCode, findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { FamilyEntry, FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyRecord } from '#shared/protocol/http/families.ts';
import { whyNoConsent, whyNotGuardians } from './checkConsent.ts';
import { courseEvent, courseSnapshot } from './courseMachine.ts';
import { type CourseRefusal, mayEnterStage, mayGraduate } from './courseMoves.ts';
import { foldRecord } from './courseOf.ts';
import { levelOf, whyNoLevel } from './levelOf.ts';
import { isShareMeasure } from './objectives.ts';
import { entriesOf, type EntryOf } from './standingEntries.ts';
import { contraindicationOf } from './timeOutOf.ts';

/** Why an entry is refused: it does not fit the course's current state, or it is wrong in itself. */
export type EntryRefusal = { readonly is: 'not now' | 'not right'; readonly text: string };

type Folded = ReturnType<typeof foldRecord>;
type Asked = {
  readonly record: FamilyRecord;
  readonly folded: Folded;
  readonly today: string;
  readonly by: FamilyFact['by'];
};

const notNow = (text: string): EntryRefusal => ({ is: 'not now', text });
const notRight = (text: string): EntryRefusal => ({ is: 'not right', text });
const notRightIf = (text: string | undefined) => (text === undefined ? undefined : notRight(text));

/** The refusal if the course is in the wrong state for the entry. */
const OUT_OF_PLACE: Partial<Record<FamilyFact['entry']['type'], string>> = {
  'course.pause': 'The course is not running.',
  'course.resume': 'The course is not paused.',
  'course.drop': 'The course has already ended.',
};

/** Why this may not be entered into a record now, or undefined. Rules CRS, MEA, OBJ1, SEQ9, SEQ13, LVL1, LVL3, CNS1, CNS2. */
export function checkEntry(
  record: FamilyRecord,
  published: Program,
  { entry, by }: { readonly entry: FamilyEntry; readonly by: FamilyFact['by'] },
  today: string,
): EntryRefusal | undefined {
  const folded = foldRecord(record, published, today);
  return (
    checkPlace({ record, today }, entry) ??
    checkCourse(record, folded, { entry, by }) ??
    checkContent({ record, folded, today, by }, entry)
  );
}

function checkPlace({ record, today }: Pick<Asked, 'record' | 'today'>, entry: FamilyEntry): EntryRefusal | undefined {
  const { caregivers } = record.family;
  if ('caregiverId' in entry && entry.caregiverId !== null) {
    const isOurs = caregivers.some(({ caregiverId }) => caregiverId === entry.caregiverId);
    if (!isOurs) return notRight('This caregiver does not belong to the family.');
  }
  if ('on' in entry && entry.on > today) return notRight('This day is in the future.');
  if ('on' in entry && isTooLongAgo(entry.on, today)) return notRight('This day is more than ten years ago.');
  const isTaken = (id: string) => record.facts.some((fact) => 'entryId' in fact.entry && fact.entry.entryId === id);
  if ('entryId' in entry && isTaken(entry.entryId)) return notNow('This was already entered.');
  return undefined;
}

function checkCourse(
  record: FamilyRecord,
  under: Folded,
  asked: Pick<FamilyFact, 'entry' | 'by'>,
): EntryRefusal | undefined {
  const { course, program, evidence } = under;
  const fact = { ...asked, seq: course.seq + 1, at: '' };
  if (courseSnapshot({ course, program, evidence }).can(courseEvent(fact))) return undefined;
  const refusal = mayEnterStage(course, asked, under) ?? mayGraduate(course, asked, under);
  if (refusal !== undefined) return notNow(named(refusal, record));
  return notNow(OUT_OF_PLACE[asked.entry.type] ?? 'The course is not in a state that allows this.');
}

/** A refusal in words, with the caregiver whose gate is not met. */
function named({ caregiverId: whose, text }: CourseRefusal, { family }: FamilyRecord): string {
  const name = family.caregivers.find(({ caregiverId }) => caregiverId === whose)?.name;
  return name === undefined ? text : `${name}: ${text}`;
}

function checkContent(asked: Asked, entry: FamilyEntry): EntryRefusal | undefined {
  switch (entry.type) {
    case 'measure.record':
      return checkMeasure(asked.folded.program, entry);
    case 'practice.log':
      return checkPractice(asked.folded, entry);
    case 'problem.rate':
      return isStanding(asked.folded, 'problem.name', entry.problem)
        ? undefined
        : notRight('There is no such problem.');
    case 'objective.set':
      return checkObjective(asked, entry);
    case 'objective.close':
      return checkClosing(asked.folded, entry);
    case 'level.set':
      return checkLevel(asked, entry);
    case 'time-out.agree':
      return checkTimeOut(asked.folded, entry);
    case 'time-out.contraindicate':
      return contraindicationOf(asked.record.facts) === null
        ? undefined
        : notNow('Time-out is already contraindicated. Lift that first to enter another reason.');
    case 'time-out.allow':
      return contraindicationOf(asked.record.facts) === null ? notNow('Time-out is not contraindicated.') : undefined;
    case 'guardians.name':
      return notRightIf(whyNotGuardians(asked, entry));
    case 'consent.answer':
      return notRightIf(whyNoConsent(asked, entry));
    case 'entry.withdraw':
      return checkWithdrawal(asked.folded, entry);
    default:
      return undefined;
  }
}

function checkLevel({ record, folded }: Asked, entry: EntryOf<'level.set'>): EntryRefusal | undefined {
  const { program, standing } = folded;
  if (program.levels === undefined) return notRight('The program has no levels.');
  if (entry.level !== null && findLevel(program, entry.level) === undefined) {
    return notRight('The program has no such level.');
  }
  const refusal = whyNoLevel(entry, standing, folded);
  return refusal && notNow(named(refusal, record));
}

function checkTimeOut(
  { program, standing }: Folded,
  { backup, signedOff, houseRules }: EntryOf<'time-out.agree'>,
): EntryRefusal | undefined {
  if (backup !== 'none' && !signedOff) return notRight('A back-up needs a signature.');
  if (!houseRules || hasHouseRules(program, levelOf(standing, program))) return undefined;
  const level = findLevel(program, program.levels?.houseRulesFrom)?.name ?? '';
  return notNow(`House rules start with the level “${level}”. Move on to that level first.`);
}

function checkMeasure(
  { measures }: Program,
  { measureId, total, caregiverId }: EntryOf<'measure.record'>,
): EntryRefusal | undefined {
  const measure = measures.find(({ id }) => id === measureId);
  if (measure === undefined) return notRight('The program has no such measure.');
  const { name, min, max, mayBeNobodys = false } = measure;
  if (!Number.isInteger(total) || total < min || total > max) return notRight(`${name} goes from ${min} to ${max}.`);
  if (caregiverId === null && !mayBeNobodys) return notRight(`Choose a caregiver: ${name} belongs to one caregiver.`);
  return undefined;
}

function checkPractice({ standing }: Folded, { caregiverId, on }: EntryOf<'practice.log'>): EntryRefusal | undefined {
  const isLogged = entriesOf(standing, 'practice.log').some((day) => day.caregiverId === caregiverId && day.on === on);
  return isLogged ? notNow('This day already has an entry. Withdraw that first.') : undefined;
}

function checkObjective(
  { folded: { program }, today }: Asked,
  { measure, target, by }: EntryOf<'objective.set'>,
): EntryRefusal | undefined {
  if (by < addDays(today, -1)) return notRight('The day of an objective must be in the future.');
  if (isTooFarAhead(by, today)) return notRight('The day of an objective must be within two years.');
  if (isShareMeasure(measure) && target > 1) return notRight('A share is from 0 to 1.');
  if (measure.of !== 'code-count') return undefined;
  if (findTreatmentPhase(program, measure.treatmentPhase) === undefined) {
    return notRight('The program has no such part.');
  }
  const isKnown = measure.codes.every((code) => findCode(program, code) !== undefined);
  return isKnown ? undefined : notRight('The program has no such code.');
}

function checkClosing({ standing }: Folded, { objective }: EntryOf<'objective.close'>): EntryRefusal | undefined {
  if (!entriesOf(standing, 'objective.set').some(({ entryId }) => entryId === objective)) {
    return notRight('There is no such objective.');
  }
  const isClosed = entriesOf(standing, 'objective.close').some((closing) => closing.objective === objective);
  return isClosed ? notNow('This objective is already closed.') : undefined;
}

function checkWithdrawal({ standing }: Folded, { entry }: EntryOf<'entry.withdraw'>): EntryRefusal | undefined {
  const found = standing.find((one) => 'entryId' in one && one.entryId === entry);
  if (found?.type === 'consent.answer') return notRight('A consent is changed by a new answer.');
  return found !== undefined ? undefined : notRight('There is no such entry, or it was already withdrawn.');
}

function isStanding({ standing }: Folded, type: 'problem.name', id: string): boolean {
  return entriesOf(standing, type).some(({ entryId }) => entryId === id);
}
