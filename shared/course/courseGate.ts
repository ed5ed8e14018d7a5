import { counted } from '#shared/domain/counted.ts';
import { daysBetween } from '#shared/domain/course/days.ts';
import { graduatesFrom, findStage } from '#shared/domain/course/findStage.ts';
import { applicable } from '#shared/domain/mastery.ts';
import type { CourseStage, Gate } from '#shared/domain/programs/courseStage.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { assessedWindows, firstMetIn, lastTotal, type CourseEvidence } from './courseEvidence.ts';
import type { CaregiverStage } from './courseState.ts';
import type { Because } from './courseView.ts';
import { keptPoint } from './keptSkills.ts';

type Graduation = Extract<Gate, { is: 'graduation' }>;

/** The gate out of a caregiver's stage, point by point. Rules CRS4 to CRS8. */
export function gateOf(caregiver: CaregiverStage, program: Program, evidence: CourseEvidence): readonly Because[] {
  return pointsOf(findStage(program, caregiver.stage) ?? program.course[0], caregiver, program, evidence);
}

/** What graduation requires, point by point. Rule CRS7. */
export function graduationGate(
  caregiver: CaregiverStage,
  program: Program,
  evidence: CourseEvidence,
): readonly Because[] {
  return pointsOf(graduatesFrom(program), caregiver, program, evidence);
}

export function isMet(gate: readonly Because[]): boolean {
  return gate.every(({ met }) => met);
}

function pointsOf(
  stage: CourseStage,
  caregiver: CaregiverStage,
  program: Program,
  evidence: CourseEvidence,
): readonly Because[] {
  const { gate } = stage;
  const since = caregiver.reopened[stage.id] ?? '';
  const recent = { ...evidence, sessions: evidence.sessions.filter(({ startedAt }) => startedAt >= since) };
  switch (gate.is) {
    case 'held':
      return [heldPoint(stage, recent)];
    case 'sessions':
      return [countPoint(stage, gate.count, recent)];
    case 'criteria':
      return gate.phases.map((phase) => criteriaPoint(phase, caregiver, program, recent));
    case 'graduation':
      return graduationPoints(gate, caregiver, program, recent);
  }
}

function heldPoint({ id, name }: CourseStage, { sessions }: CourseEvidence): Because {
  const held = sessions.findLast(({ stage }) => stage === id);
  return {
    rule: 'CRS4',
    text: held ? `${name} was held on ${held.on}.` : `${name} was not held yet.`,
    met: held !== undefined,
  };
}

function countPoint({ id, name }: CourseStage, count: number, { sessions }: CourseEvidence): Because {
  const held = sessions.filter(({ stage }) => stage === id).length;
  return { rule: 'CRS5', text: `${name}: ${held} of ${counted(count, 'session')} held.`, met: held >= count };
}

function criteriaPoint(
  phaseId: string,
  { caregiverId }: CaregiverStage,
  program: Program,
  { sessions }: CourseEvidence,
): Because {
  const name = findTreatmentPhase(program, phaseId)?.shortName ?? phaseId;
  const met = firstMetIn(sessions, phaseId, caregiverId);
  if (met !== undefined) return { rule: 'CRS6', text: `${name}: every criterion was met on ${met.on}.`, met: true };
  const last = assessedWindows(sessions, phaseId, caregiverId).at(-1);
  if (last === undefined) return { rule: 'CRS6', text: `${name}: no window that can be judged yet.`, met: false };
  const reached = last.criteria.filter(({ result }) => result.is === 'met').length;
  const text = `${name}: ${reached} of ${applicable(last.criteria).length} criteria met on ${last.on}.`;
  return { rule: 'CRS6', text, met: false };
}

function graduationPoints(
  { phases, kept = [], measures, confidence }: Graduation,
  caregiver: CaregiverStage,
  program: Program,
  evidence: CourseEvidence,
): readonly Because[] {
  return [
    ...phases.map((phase) => criteriaPoint(phase, caregiver, program, evidence)),
    ...kept.map((skills) => keptPoint(skills, caregiver, program, evidence)),
    ...measures.map((measure) => measurePoint(measure, caregiver, program, evidence)),
    ...(confidence ? [confidencePoint(caregiver, evidence)] : []),
  ];
}

/** A caregiver's own last total, which must not be too old. Rules CRS7, MEA7. */
function measurePoint(
  { measureId, atMost, withinDays, rule }: Graduation['measures'][number],
  { caregiverId }: CaregiverStage,
  { measures: definitions }: Program,
  { measures, today }: CourseEvidence,
): Because {
  const name = definitions.find(({ id }) => id === measureId)?.name ?? measureId;
  const last = lastTotal(measures, measureId, caregiverId);
  if (last === undefined) {
    return { rule, text: `${name}: no total of this caregiver’s own yet; at most ${atMost}.`, met: false };
  }
  const found = `${name}: ${last.total} on ${last.on}`;
  const age = daysBetween(last.on, today);
  if (age > withinDays) {
    const text = `${found}, ${counted(age, 'day')} ago; a total from the last ${withinDays} days is needed, at most ${atMost}.`;
    return { rule, text, met: false };
  }
  return { rule, text: `${found}; at most ${atMost}.`, met: last.total <= atMost };
}

function confidencePoint({ caregiverId }: CaregiverStage, { confidence }: CourseEvidence): Because {
  const judged = confidence.findLast((one) => one.caregiverId === caregiverId)?.confident;
  const text = `Judged ready to continue alone: ${judged ? 'yes' : 'not yet'}.`;
  return { rule: 'CRS8', text, met: judged === true };
}
