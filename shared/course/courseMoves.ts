import { findStage, graduatesFrom, placeOf } from '#shared/domain/course/findStage.ts';
import type { CourseStage } from '#shared/domain/programs/courseStage.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { CourseEvidence } from './courseEvidence.ts';
import { gateOf, graduationGate, isMet } from './courseGate.ts';
import type { CaregiverStage, CourseState } from './courseState.ts';
import type { EntryOf } from './standingEntries.ts';

type Under = { readonly program: Program; readonly evidence: CourseEvidence };
/** What was or would be entered, and by whom. */
type Entered = Pick<FamilyFact, 'entry' | 'by'>;

/** Why something may not be entered, in words for the therapist. */
export type CourseRefusal = {
  readonly rule: string;
  readonly text: string;
  /** Whose gate is not met, where it is one caregiver's. */
  readonly caregiverId?: CaregiverStage['caregiverId'];
};

/**
 * Why a stage may not be entered now, or undefined where it may: one forward through a met gate, any number back, and
 * anything else by an override with its reason and its author's name. Rules CRS1 to CRS3, CRS9, CRS10.
 */
export function mayEnterStage(course: CourseState, { entry, by }: Entered, under: Under): CourseRefusal | undefined {
  if (entry.type !== 'stage.enter') return undefined;
  const stage = findStage(under.program, entry.stage);
  if (stage === undefined) return { rule: 'CRS1', text: 'The program has no such stage.' };
  const movers = course.caregivers.filter(({ caregiverId }) => isMeant(entry, caregiverId));
  if (movers.length === 0) return { rule: 'CRS3', text: 'This caregiver is not of the family.' };
  if (course.standing === 'paused') return { rule: 'CRS10', text: 'The course is paused. Resume it first.' };
  if (isOverride(entry.override, by)) return undefined;
  if (course.standing === 'dropped') return { rule: 'CRS9', text: 'The course had ended. Say why it goes on.' };
  if (course.standing === 'graduated') {
    if (stage.kind === 'booster') return undefined;
    return { rule: 'CRS9', text: 'The family has graduated. Say why the course goes on.' };
  }
  if (stage.kind === 'booster')
    return { rule: 'CRS9', text: 'A booster comes after graduation. Say why it comes now.' };
  if (movers.every((mover) => mover.stage === stage.id)) {
    return { rule: 'CRS1', text: `This is the stage already: ${stage.name}.` };
  }
  return leavesBehind(course, movers, stage, under) ?? firstRefusal(movers, stage, under);
}

function isMeant({ caregiverId }: EntryOf<'stage.enter'>, other: CaregiverStage['caregiverId']): boolean {
  return caregiverId === null || caregiverId === other;
}

/** An override counts with its reason and the name of whoever decided. Rule CRS1. */
function isOverride(override: EntryOf<'stage.enter'>['override'], by: Entered['by']): boolean {
  return override !== null && override.reason.trim().length >= 3 && by.name.trim() !== '';
}

/** Whoever goes ahead of the rest of the family goes by an override. Rule CRS3. */
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
  return { rule: 'CRS3', text: 'A family goes on together. Say why one caregiver goes ahead.' };
}

function firstRefusal(
  movers: readonly CaregiverStage[],
  stage: CourseStage,
  { program, evidence }: Under,
): CourseRefusal | undefined {
  const place = placeOf(program, stage.id);
  for (const mover of movers) {
    const steps = place - placeOf(program, mover.stage);
    if (steps > 1) return { rule: 'CRS1', text: 'This leaves out a stage. Say why.' };
    if (steps !== 1) continue;
    const unmet = gateOf(mover, program, evidence).find(({ met }) => !met);
    if (unmet !== undefined) {
      const { caregiverId } = mover;
      return { rule: unmet.rule, text: `${unmet.text} Say why it goes on all the same.`, caregiverId };
    }
  }
  return undefined;
}

/** Why the family may not graduate now, or undefined where it may: every caregiver at the gate, or an override. Rule CRS7. */
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
      return { rule: 'CRS7', text: `Not everyone has come to ${last.name}. Say why the family graduates now.` };
    }
    const unmet = graduationGate(caregiver, program, evidence).find(({ met }) => !met);
    if (unmet !== undefined) {
      const { caregiverId } = caregiver;
      return { rule: unmet.rule, text: `${unmet.text} Say why the family graduates now.`, caregiverId };
    }
  }
  return undefined;
}

/** Whether everyone of the family stands at an open gate. */
export function allMayGoOn({ caregivers }: Pick<CourseState, 'caregivers'>, { program, evidence }: Under): boolean {
  return caregivers.every((caregiver) => isMet(gateOf(caregiver, program, evidence)));
}
