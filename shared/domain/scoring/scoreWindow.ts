import type { Span } from '../codingWindow.ts';
import {
  judge,
  type Criterion,
  type MasteryScore,
  type ScoredCriterion,
  sumOf,
  type Tally,
  tallyOf,
} from '../mastery.ts';
import type { TreatmentPhase } from '../programmes/programme.ts';

/** Something that was coded and stands, at session time in ms. */
export type CodedEvent = {
  readonly at: number;
  readonly code: string;
  /** On a direct command: false where it was not positive, single, specific or fit for the child. Absent means true. */
  readonly effective?: boolean;
  /** On a command: a connection gap spoilt its sequence, so it counts nowhere. */
  readonly void?: boolean;
};

/** A window as scoring needs it: the treatment phase it was coded in, and when its clock ran. */
export type WindowToScore = {
  readonly phase: TreatmentPhase;
  readonly spans: readonly Span[];
  readonly void: boolean;
};

/** What came of the commands of a window. Shares over nothing are null. Rules PDI1 to PDI4. */
export type CommandFigures = {
  readonly commands: number;
  readonly directCommands: number;
  readonly effective: number;
  readonly followUpDue: number;
  readonly followUpCorrect: number;
  readonly pctEffective: number | null;
  readonly pctFollowThrough: number | null;
};

export type WindowScore = MasteryScore & {
  readonly codedMs: number;
  /** What the clinic aims at besides, judged the same way and never a gate. */
  readonly goals: readonly ScoredCriterion[];
  readonly tally: Tally;
  /** Null in a phase whose commands open nothing. */
  readonly commands: CommandFigures | null;
};

/**
 * Scores one window over all events of its session, with the reasons: events outside its spans count only as responses
 * and follow-through. Rules WIN1, WIN2, CDI1 to CDI5, PDI1 to PDI6.
 */
export function scoreWindow(events: readonly CodedEvent[], window: WindowToScore): WindowScore {
  const { phase, spans } = window;
  const inWindow = events.filter(({ at }) => spans.some(([from, to]) => at >= from && at < to));
  const tally = tallyOf(inWindow.map(({ code }) => code));
  const codedMs = spans.reduce((sum, [from, to]) => sum + (to - from), 0);
  const assessable = !window.void && codedMs >= phase.assessable.codedMs;
  const judgeAll = (all: readonly Criterion[]) => all.map((one) => judge(one, countOf(tally, one)));
  const criteria = judgeAll(phase.criteria);
  const goals = judgeAll(phase.practiceGoals);
  const mastered = assessable && criteria.length > 0 && criteria.every(({ met }) => met);
  return { codedMs, tally, goals, commands: null, assessable, mastered, criteria };
}

function countOf(tally: Tally, { of, codes }: Criterion): number | null {
  return of === 'count' ? sumOf(tally, codes) : null;
}
