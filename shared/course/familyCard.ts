import { skillToCoach, windowToCoachFrom } from '#shared/domain/coaching/skillToCoach.ts';
import { shareReached } from '#shared/domain/course/progress.ts';
import { figuresOf } from '#shared/domain/criterionFigures.ts';
import { actualOf, type ScoredCriterion } from '#shared/domain/mastery.ts';
import { findTreatmentPhase, type FamilySkill, type Program } from '#shared/domain/programs/program.ts';
import type { FamilyCard } from '#shared/protocol/http/diary.ts';
import type { FamilyRecord } from '#shared/protocol/http/families.ts';
import type { CaregiverId, SessionId } from '#shared/protocol/ids.ts';
import {
  assessedWindows,
  windowsOf,
  type CourseEvidence,
  type HeldSession,
  type ReportedWindow,
} from './courseEvidence.ts';
import { foldRecord } from './courseOf.ts';
import { homeTask, levelOf } from './levelOf.ts';
import { practiceWeeks } from './objectives.ts';
import { entriesOf } from './standingEntries.ts';

type CardQuery = {
  readonly caregiverId: CaregiverId;
  /** The session of the card; by default the last one that was held. */
  readonly sessionId?: SessionId;
  readonly today: string;
};

type Practised = {
  readonly skill: FamilySkill;
  readonly now: ScoredCriterion;
  readonly before: ScoredCriterion | undefined;
};

/**
 * One caregiver's card from a session: their own figures in kind words. It does not read another caregiver's data,
 * notes, or the agreement of coders. Rules CARD1, LVL2, LVL5. Undefined if no session was held yet.
 */
export function familyCard(record: FamilyRecord, published: Program, query: CardQuery): FamilyCard | undefined {
  const { caregiverId, sessionId, today } = query;
  const { program, standing, course, evidence } = foldRecord(record, published, today);
  const caregiver = record.family.caregivers.find((one) => one.caregiverId === caregiverId);
  const sessions = upTo(evidence.sessions, sessionId);
  const session = sessions.at(-1);
  if (caregiver === undefined || session === undefined) return undefined;

  const counted = countedWindow(session, caregiverId);
  const practiced = counted === undefined ? [] : practicedIn(counted, sessions, program);
  const skills = practiced.filter(({ now }) => now.bound === 'at least');
  const stageId = course.caregivers.find((one) => one.caregiverId === caregiverId)?.stage;
  const weeks = practiceWeeks(entriesOf(standing, 'practice.log'), caregiverId, today);
  return {
    caregiverName: caregiver.name,
    on: session.on,
    counted: counted === undefined ? null : { ms: counted.codedMs, judged: counted.assessable },
    skills: skills.map((one) => figureOf(one, published)),
    skip: practiced.filter(({ now }) => now.bound === 'at most').map((one) => figureOf(one, published)),
    practice: { days: weeks.at(-1)?.days ?? 0, of: program.homePractice.daysAWeek },
    stage: stageWords(program, stageId),
    strength: praiseOf(skills),
    task: sessionId === undefined ? null : homeTask(record.facts, program),
    goal: homeGoal(windowsOf(sessions, caregiverId), program, levelOf(standing, program)),
  };
}

/** The sessions up to the requested one; empty if it was not held. */
function upTo(sessions: CourseEvidence['sessions'], id: SessionId | undefined): CourseEvidence['sessions'] {
  if (id === undefined) return sessions;
  return sessions.slice(0, sessions.findIndex(({ sessionId }) => sessionId === id) + 1);
}

/** The caregiver's last window of the session that has something to compare with criteria. */
function countedWindow({ windows }: HeldSession, caregiverId: CaregiverId): ReportedWindow | undefined {
  return windows.findLast(
    ({ caregiver, standing, codedMs, criteria }) =>
      caregiver.caregiverId === caregiverId && standing !== 'void' && codedMs > 0 && criteria.length > 0,
  );
}

/** The caregiver's skills in a window, next to the previous window of its kind. */
function practicedIn(
  { kind, caregiver, criteria }: ReportedWindow,
  sessions: readonly HeldSession[],
  { familySkills }: Program,
): readonly Practised[] {
  const before = assessedWindows(sessions.slice(0, -1), kind, caregiver.caregiverId).at(-1)?.criteria ?? [];
  return criteria.flatMap((now) => {
    const skill = familySkills.find(({ rule }) => rule === now.rule);
    return skill === undefined ? [] : [{ skill, now, before: before.find(({ rule }) => rule === now.rule) }];
  });
}

type Figure = FamilyCard['skills'][number];

function figureOf({ skill, now }: Practised, published: Program): Figure {
  const { actual, goal, inPercent } = figuresOf(now);
  return { name: skill.name, actual, goal, percent: inPercent, why: skill.why, goalOrigin: whoseGoal(now, published) };
}

/** Set if the clinic's goal differs from the program's. Unpublished goals of the program are ours. */
function whoseGoal({ rule, goal, goalOrigin }: ScoredCriterion, { phases }: Program): Figure['goalOrigin'] {
  if (goalOrigin === 'published') return 'published';
  const isOurs = phases.some(({ criteria }) => criteria.some((one) => one.rule === rule && one.goal === goal));
  return isOurs ? 'ours' : 'local';
}

/** The best reached skill; if none was reached, the one that grew most. Null if nothing was done. */
function praiseOf(skills: readonly Practised[]): string | null {
  const done = skills.filter(({ now }) => (actualOf(now) ?? 0) > 0);
  const reached = done.filter(({ now }) => now.result.is === 'met');
  const best = reached.toSorted((a, b) => overGoal(b.now) - overGoal(a.now))[0];
  if (best !== undefined) return best.skill.praise?.reached ?? null;
  return done.toSorted((a, b) => gainOf(b) - gainOf(a))[0]?.skill.praise?.begun ?? null;
}

function overGoal(criterion: ScoredCriterion): number {
  return criterion.goal === 0 ? 0 : (actualOf(criterion) ?? 0) / criterion.goal;
}

function gainOf({ now, before }: Practised): number {
  return before === undefined ? shareReached(now) : 1 + shareReached(now) - shareReached(before);
}

/**
 * The skill to coach next, as something to try at home. If all is met or nothing was judged yet, the daily practice.
 * Skills of a phase with levels are tried at home only after the therapist says so. Rule LVL2.
 */
function homeGoal(windows: readonly ReportedWindow[], program: Program, level: string | null): string {
  const { familySkills, homePractice, levels } = program;
  const window = windowToCoachFrom(windows);
  const mayTryAtHome = level !== null || window === undefined || window.kind !== levels?.phase;
  const next = skillToCoach(windows);
  const skill = familySkills.find(({ rule }) => rule === next?.rule);
  if (skill !== undefined && mayTryAtHome) return skill.homeGoal;
  const practice = `${homePractice.name}, ${homePractice.minutes} minutes a day.`;
  return window?.mastered === true ? `Keep it up: ${practice}` : practice;
}

function stageWords(program: Program, stageId: string | undefined): string {
  const { course, phases } = program;
  const stage = course.find(({ id }) => id === stageId) ?? course[0];
  const phase = stage.phase === undefined ? undefined : findTreatmentPhase(program, stage.phase);
  return phase?.familyWords ?? phases[0].familyWords;
}
