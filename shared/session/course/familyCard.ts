import { shareReached } from '#shared/domain/course/progress.ts';
import { figuresOf } from '#shared/domain/criterionFigures.ts';
import { actualOf, isAtGoal, type ScoredCriterion } from '#shared/domain/mastery.ts';
import { findRule } from '#shared/domain/rules/findRule.ts';
import { findTreatmentPhase, type FamilySkill, type Programme } from '#shared/domain/programmes/programme.ts';
import type { FamilyCard, FamilyRecord } from '#shared/protocol/http.ts';
import type { CaregiverId, SessionId } from '#shared/protocol/ids.ts';
import { assessedWindows, type CourseEvidence } from './courseEvidence.ts';
import { foldRecord } from './courseOf.ts';
import { homeTask, levelOf } from './levelOf.ts';
import { practiceWeeks } from './objectives.ts';
import { entriesOf } from './standingEntries.ts';

export type CardQuery = {
  readonly caregiverId: CaregiverId;
  /** Whose card it is of, or of the last session that was held. */
  readonly sessionId?: SessionId;
  readonly today: string;
};

/** A skill with how it went, and how it went the time before. */
type Practised = {
  readonly skill: FamilySkill;
  readonly now: ScoredCriterion;
  readonly before: ScoredCriterion | undefined;
};

const WELCOME = 'You came and played, and that is what helps most.';

/**
 * What one caregiver takes home from a session: their own figures in kind words. What another caregiver did, what was
 * noted and how well the coders agreed are not looked at here. Rules CARD1, LVL2, LVL5. Undefined where no session was held yet.
 */
export function familyCard(record: FamilyRecord, published: Programme, query: CardQuery): FamilyCard | undefined {
  const { caregiverId, sessionId, today } = query;
  const { programme, standing, course, evidence } = foldRecord(record, published, today);
  const caregiver = record.family.caregivers.find((one) => one.caregiverId === caregiverId);
  const sessions = upTo(evidence.sessions, sessionId);
  const session = sessions.at(-1);
  if (caregiver === undefined || session === undefined) return undefined;

  const own = session.windows.findLast((one) => one.caregiver.caregiverId === caregiverId && one.assessable);
  const practised = practisedIn(own, sessions, programme);
  // What a phase with levels teaches is tried at home only once its therapist says so. Rule LVL2.
  const isOfLevels = own !== undefined && own.kind === programme.levels?.phase;
  const mayTryAtHome = !isOfLevels || levelOf(standing, programme) !== null;
  const skills = practised.filter(({ now }) => now.bound === 'at least');
  const skip = practised.find(({ now }) => now.bound === 'at most');
  const stageId = course.caregivers.find((one) => one.caregiverId === caregiverId)?.stage;
  const weeks = practiceWeeks(entriesOf(standing, 'practice.log'), caregiverId, today);
  return {
    caregiverName: caregiver.name,
    on: session.on,
    skills: skills.map(figureOf),
    skip: skip === undefined ? null : figureOf(skip),
    practice: { days: weeks.at(-1)?.days ?? 0, of: programme.homePractice.daysAWeek },
    stage: stageWords(programme, stageId),
    strength: strengthOf(skills)?.skill.praise ?? WELCOME,
    task: sessionId === undefined ? null : homeTask(record.facts, programme),
    goal: (mayTryAtHome ? goalOf(practised)?.skill.homeGoal : undefined) ?? keepGoing(programme),
  };
}

/** The sessions up to the one that is asked for; none where it was not held. */
function upTo(sessions: CourseEvidence['sessions'], id: SessionId | undefined): CourseEvidence['sessions'] {
  if (id === undefined) return sessions;
  return sessions.slice(0, sessions.findIndex(({ sessionId }) => sessionId === id) + 1);
}

/** The caregiver's skills in the last window of the session, beside the window of its kind before that. */
function practisedIn(
  own: CourseEvidence['sessions'][number]['windows'][number] | undefined,
  sessions: CourseEvidence['sessions'],
  { familySkills }: Programme,
): readonly Practised[] {
  if (own === undefined) return [];
  const before = assessedWindows(sessions.slice(0, -1), own.kind, own.caregiver.caregiverId).at(-1)?.criteria ?? [];
  return own.criteria.flatMap((now) => {
    const skill = familySkills.find(({ rule }) => rule === now.rule);
    return skill === undefined ? [] : [{ skill, now, before: before.find(({ rule }) => rule === now.rule) }];
  });
}

function figureOf({ skill, now }: Practised): FamilyCard['skills'][number] {
  const { actual, goal, inPercent } = figuresOf(now);
  const rule = findRule(now.rule);
  const why = rule && { says: rule.says, source: now.goalOrigin === 'published' ? rule.source : '' };
  return { name: skill.name, actual, goal, percent: inPercent, why };
}

/** What was reached best; where nothing was, what grew most since the last time. */
function strengthOf(skills: readonly Practised[]): Practised | undefined {
  const reached = skills.filter(({ now }) => isAtGoal(now) && (actualOf(now) ?? 0) > 0);
  if (reached.length > 0) return reached.toSorted((a, b) => overGoal(b.now) - overGoal(a.now))[0];
  return skills.filter(({ now }) => (actualOf(now) ?? 0) > 0).toSorted((a, b) => gainOf(b) - gainOf(a))[0];
}

function overGoal(criterion: ScoredCriterion): number {
  return criterion.goal === 0 ? 0 : (actualOf(criterion) ?? 0) / criterion.goal;
}

function gainOf({ now, before }: Practised): number {
  return before === undefined ? shareReached(now) : 1 + shareReached(now) - shareReached(before);
}

/** What is nearest to being reached, so that it is reached next. */
function goalOf(practised: readonly Practised[]): Practised | undefined {
  return practised
    .filter(({ now }) => now.result.is === 'not met' && actualOf(now) !== null)
    .toSorted((a, b) => shareReached(b.now) - shareReached(a.now))[0];
}

function keepGoing({ homePractice: { name, minutes } }: Programme): string {
  return `Keep it up: ${name}, ${minutes} minutes a day.`;
}

function stageWords(programme: Programme, stageId: string | undefined): string {
  const { course, phases } = programme;
  const stage = course.find(({ id }) => id === stageId) ?? course[0];
  const phase = stage.phase === undefined ? undefined : findTreatmentPhase(programme, stage.phase);
  return phase?.familyWords ?? phases[0].familyWords;
}
