import { figuresOf } from '#shared/domain/criterionFigures.ts';
import { findStage, graduatesFrom } from '#shared/domain/course/findStage.ts';
import type { ScoredCriterion } from '#shared/domain/mastery.ts';
import type { KeptSkills } from '#shared/domain/programs/courseStage.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { assessedWindows, firstMetIn, type CourseEvidence } from './courseEvidence.ts';
import type { CaregiverStage } from './courseState.ts';
import type { Because } from './courseView.ts';

/** Whether skills are still mastered, by the last window in a session of the later phase. Rule CRS12. */
export function keptPoint(
  skills: KeptSkills,
  { caregiverId }: Pick<CaregiverStage, 'caregiverId'>,
  program: Program,
  evidence: CourseEvidence,
): Because {
  const { phase, during, rule } = skills;
  const nameOf = (id: string) => findTreatmentPhase(program, id)?.shortName ?? id;
  const again = `${nameOf(phase)} coded again in ${nameOf(during)} sessions`;
  const last = lastRecoded(skills, caregiverId, program, evidence);
  if (last === undefined) return { rule, text: `${again}: not yet.`, met: false };
  const fell = last.criteria.filter(({ result }) => result.is === 'not met');
  if (last.mastered) return { rule, text: `${again}: every criterion was still met on ${last.on}.`, met: true };
  const text = `${again}: below mastery on ${last.on} in ${fell.map(sayShortfall).join(', ')}.`;
  return { rule, text, met: false };
}

/** Mastered skills that were below mastery when coded again later. Undefined if there are none. Rule CRS12. */
export function regressionOf(
  caregiver: Pick<CaregiverStage, 'caregiverId'>,
  program: Program,
  evidence: CourseEvidence,
): readonly Because[] {
  const { gate } = graduatesFrom(program);
  const kept = gate.is === 'graduation' ? (gate.kept ?? []) : [];
  return kept
    .filter((skills) => firstMetIn(evidence.sessions, skills.phase, caregiver.caregiverId) !== undefined)
    .filter((skills) => lastRecoded(skills, caregiver.caregiverId, program, evidence) !== undefined)
    .map((skills) => keptPoint(skills, caregiver, program, evidence))
    .filter(({ met }) => !met);
}

/** The last window of the earlier phase that can be judged, in a session whose stage belongs to the later one. */
function lastRecoded(
  { phase, during }: KeptSkills,
  caregiverId: CaregiverStage['caregiverId'],
  program: Program,
  { sessions }: CourseEvidence,
) {
  const later = sessions.filter(({ stage }) => stage !== null && findStage(program, stage)?.phase === during);
  return assessedWindows(later, phase, caregiverId).at(-1);
}

/** An unmet criterion with its figures: “Reflections (7 of at least 10)”. */
function sayShortfall(criterion: ScoredCriterion): string {
  const { actual, goal, inPercent } = figuresOf(criterion);
  const unit = inPercent ? '%' : '';
  const found = actual === null ? 'nothing' : `${actual}${unit}`;
  return `${criterion.label} (${found} of ${criterion.bound} ${goal}${unit})`;
}
