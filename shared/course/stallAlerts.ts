import { counted } from '#shared/domain/counted.ts';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { addDays, daysBetween } from '#shared/domain/course/days.ts';
import { findStage } from '#shared/domain/course/findStage.ts';
import { progressOf } from '#shared/domain/course/progress.ts';
import { STALL_LIMITS } from '#shared/domain/course/stallLimits.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyFact, FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import { assessedWindows, firstMetIn, type CourseEvidence } from './courseEvidence.ts';
import { familyStage, type CaregiverStage, type CourseState } from './courseState.ts';
import type { StallAlert } from './courseView.ts';
import { regressionOf } from './keptSkills.ts';
import { practiceWeeks } from './objectives.ts';
import { entriesOf } from './standingEntries.ts';

type Record = {
  readonly facts: readonly FamilyFact[];
  readonly standing: readonly FamilyFactEntry[];
  readonly evidence: CourseEvidence;
  readonly program: Program;
  readonly timeZone: string;
};

/** What a supervisor should look at in a running course. Rules STA1 to STA5, CRS12. */
export function stallAlerts(course: CourseState, record: Record): readonly StallAlert[] {
  if (course.standing !== 'running') return [];
  return [
    ...silence(record),
    ...course.caregivers.flatMap((caregiver) => regressions(caregiver, record)),
    ...tooManySessions(course, record),
    ...course.caregivers.flatMap((caregiver) => withoutGain(caregiver, record)),
    ...missedSessions(record),
    ...course.caregivers.flatMap((caregiver) => littlePractice(caregiver, record)),
  ];
}

/** No session and no diary entry for too long since the course began to run. */
function silence({ facts, standing, timeZone, evidence: { sessions, today } }: Record): readonly StallAlert[] {
  const signs = [
    ...startsOf(facts).map(({ at }) => clinicDay(at, timeZone)),
    ...sessions.map(({ on }) => on),
    ...entriesOf(standing, 'practice.log').map(({ on }) => on),
  ];
  const last = signs.toSorted().at(-1);
  if (last === undefined) return [];
  const days = daysBetween(last, today);
  if (days < STALL_LIMITS.silentDays) return [];
  const text = `No session and no diary entry for ${days} days, since ${last}.`;
  return [{ rule: 'STA5', text, met: true, caregiverId: undefined }];
}

/** When the course began to run: when it was opened, resumed or restarted. */
function startsOf(facts: readonly FamilyFact[]): readonly FamilyFact[] {
  const takenUp = facts.slice(facts.findLastIndex(({ entry }) => entry.type === 'course.drop') + 1);
  const again = takenUp.find(({ entry }) => entry.type === 'stage.enter');
  const started = facts.filter(({ entry }) => entry.type === 'course.open' || entry.type === 'course.resume');
  return again === undefined || takenUp.length === facts.length ? started : [...started, again];
}

function regressions(caregiver: CaregiverStage, { evidence, program }: Record): readonly StallAlert[] {
  const { caregiverId } = caregiver;
  return regressionOf(caregiver, program, evidence).map((fell) => ({ ...fell, caregiverId }));
}

function tooManySessions(course: CourseState, { evidence, program }: Record): readonly StallAlert[] {
  const { id, kind, name } = familyStage(course, program);
  const held = evidence.sessions.filter(({ stage }) => stage === id).length;
  if (kind !== 'coach' || held <= STALL_LIMITS.coachSessions) return [];
  const text = `${name}: ${counted(held, 'session')}, more than ${STALL_LIMITS.coachSessions}.`;
  return [{ rule: 'STA1', text, met: true, caregiverId: undefined }];
}

/** None of the last sessions was better than the best one before them. */
function withoutGain({ caregiverId, stage }: CaregiverStage, { evidence, program }: Record): readonly StallAlert[] {
  const phase = findStage(program, stage)?.phase;
  if (phase === undefined || firstMetIn(evidence.sessions, phase, caregiverId) !== undefined) return [];
  const reached = assessedWindows(evidence.sessions, phase, caregiverId).map(({ criteria }) => progressOf(criteria));
  const before = reached.slice(0, -STALL_LIMITS.withoutGain);
  const last = reached.slice(-STALL_LIMITS.withoutGain);
  if (before.length === 0 || Math.max(...last) > Math.max(...before)) return [];
  const text = `No improvement over the last ${STALL_LIMITS.withoutGain} sessions.`;
  return [{ rule: 'STA2', text, met: true, caregiverId }];
}

function missedSessions({ standing, evidence: { today } }: Record): readonly StallAlert[] {
  const since = addDays(today, -STALL_LIMITS.missedWithinDays);
  const missed = entriesOf(standing, 'session.miss').filter(({ on }) => on > since && on <= today).length;
  if (missed < STALL_LIMITS.missed) return [];
  const text = `${counted(missed, 'session was', 'sessions were')} missed in the last ${STALL_LIMITS.missedWithinDays / 7} weeks.`;
  return [{ rule: 'STA3', text, met: true, caregiverId: undefined }];
}

function littlePractice(
  { caregiverId }: CaregiverStage,
  { standing, evidence: { today } }: Record,
): readonly StallAlert[] {
  const weeks = practiceWeeks(entriesOf(standing, 'practice.log'), caregiverId, today);
  const last = weeks.slice(-STALL_LIMITS.practiceWeeks);
  const isLittle = last.every(({ days }) => days < STALL_LIMITS.practiceDays);
  if (last.length < STALL_LIMITS.practiceWeeks || !isLittle) return [];
  const figures = last.map(({ days }) => days).join(', then ');
  const text = `Days with practice in the last ${STALL_LIMITS.practiceWeeks} weeks: ${figures}.`;
  return [{ rule: 'STA4', text, met: true, caregiverId }];
}
