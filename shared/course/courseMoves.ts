import { findStage, graduatesFrom, placeOf } from '#shared/domain/course/findStage.ts';
import type { CourseStage } from '#shared/domain/programs/courseStage.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { CourseEvidence } from './courseEvidence.ts';
import { gateOf, graduationGate, isMet } from './courseGate.ts';
import type { CaregiverStage, CourseState } from './courseState.ts';
import type { EntryOf } from './standingEntries.ts';

type Under = { readonly program: Program; readonly evidence: CourseEvidence };
type Entered = Pick<FamilyFact, 'entry' | 'by'>;

/** Why an entry is refused, in words for the therapist. */
export type CourseRefusal = {
  readonly rule: string;
  readonly text: string;
  readonly caregiverId?: CaregiverStage['caregiverId'];
};

/**
 * Why a stage may not be entered now, or undefined. One stage forward needs a met gate, going back is free, and
 * anything else needs an override with its reason and its author's name. Rules CRS1 to CRS3, CRS9, CRS10.
 */
export function mayEnterStage(course: CourseState, { entry, by }: Entered, under: Under): CourseRefusal | undefined {
  if (entry.type !== 'stage.enter') return undefined;
  const stage = findStage(under.program, entry.stage);
  if (stage === undefined) return { rule: 'CRS1', text: 'The program has no such stage.' };
  const movers = course.caregivers.filter(({ caregiverId }) => isMeant(entry, caregiverId));
  if (movers.length === 0) return { rule: 'CRS3', text: 'This caregiver does not belong to the family.' };
  if (course.standing === 'paused') return { rule: 'CRS10', text: 'The course is paused. Resume it first.' };
  if (isOverride(entry.override, by)) return undefined;
  if (course.standing === 'dropped')
    return { rule: 'CRS9', text: 'The course had ended. Give a reason to restart it.' };
  if (course.standing === 'graduated') {
    if (stage.kind === 'booster') return undefined;
    return { rule: 'CRS9', text: 'The family has graduated. Give a reason to restart the course.' };
  }
  if (stage.kind === 'booster')
    return { rule: 'CRS9', text: 'A booster comes after graduation. Give a reason to hold it now.' };
  if (movers.every((mover) => mover.stage === stage.id)) {
    return { rule: 'CRS1', text: `The family is already in this stage: ${stage.name}.` };
  }
  return leavesBehind(course, movers, stage, under) ?? firstRefusal(movers, stage, under);
}

function isMeant({ caregiverId }: EntryOf<'stage.enter'>, other: CaregiverStage['caregiverId']): boolean {
  return caregiverId === null || caregiverId === other;
}

/** An override counts only with its reason and the name of the person who decided. Rule CRS1. */
function isOverride(override: EntryOf<'stage.enter'>['override'], by: Entered['by']): boolean {
  return override !== null && override.reason.trim().length >= 3 && by.name.trim() !== '';
}

/** A caregiver who goes ahead of the family needs an override. Rule CRS3. */
function leavesBehind(
  { caregivers }: CourseState,
  movers: readonly CaregiverStage[],
  stage: CourseStage,
  { program }: Under,
): CourseRefusal | undefined {
  const place = placeOf(program, stage.id);
  const stays = caregivers.some((one) => !movers.includes(one) && placeOf(program, one.stage) < place);
  const goesAhead = movers.some((one) => placeOf(program, one.stage) < place);
  if (!stays || !goesAhead) return undefined;
  return { rule: 'CRS3', text: 'A family goes on together. Give a reason to let one caregiver go ahead.' };
}

function firstRefusal(
  movers: readonly CaregiverStage[],
  stage: CourseStage,
  { program, evidence }: Under,
): CourseRefusal | undefined {
  const place = placeOf(program, stage.id);
  for (const mover of movers) {
    const steps = place - placeOf(program, mover.stage);
    if (steps > 1) return { rule: 'CRS1', text: 'This skips a stage. Give a reason.' };
    if (steps !== 1) continue;
    const unmet = gateOf(mover, program, evidence).find(({ met }) => !met);
    if (unmet !== undefined) {
      const { caregiverId } = mover;
      return { rule: unmet.rule, text: `${unmet.text} Give a reason to go on anyway.`, caregiverId };
    }
  }
  return undefined;
}

/** Why the family may not graduate now, or undefined. All caregivers are at the gate, or there is an override. Rule CRS7. */
export function mayGraduate(
  course: CourseState,
  { entry, by }: Entered,
  { program, evidence }: Under,
): CourseRefusal | undefined {
  if (entry.type !== 'course.graduate') return undefined;
  if (course.standing !== 'running') return { rule: 'CRS10', text: 'The course is not running.' };
  if (isOverride(entry.override, by)) return undefined;
  const last = graduatesFrom(program);
  for (const caregiver of course.caregivers) {
    if (placeOf(program, caregiver.stage) < placeOf(program, last.id)) {
      return { rule: 'CRS7', text: `Not everyone has reached ${last.name}. Give a reason to graduate the family now.` };
    }
    const unmet = graduationGate(caregiver, program, evidence).find(({ met }) => !met);
    if (unmet !== undefined) {
      const { caregiverId } = caregiver;
      return { rule: unmet.rule, text: `${unmet.text} Give a reason to graduate the family now.`, caregiverId };
    }
  }
  return undefined;
}

export function allMayGoOn({ caregivers }: Pick<CourseState, 'caregivers'>, { program, evidence }: Under): boolean {
  return caregivers.every((caregiver) => isMet(gateOf(caregiver, program, evidence)));
}
