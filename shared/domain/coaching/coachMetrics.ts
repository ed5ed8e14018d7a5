import type { Span } from '../codingWindow.ts';
import { tallyOf } from '../mastery.ts';
import type { CoachingStyle } from '../programs/program.ts';
import { talkOverMs } from './talkOver.ts';

/** A statement answers a skill if it begins within this time, in ms. Rule TPC4. */
export const ANSWER_WITHIN_MS = 5_000;
/** A skill was used again if it came within this time after a statement about it, in ms. Rule TPC5. */
export const REUSE_WITHIN_MS = 10_000;

/** A statement of the coach to the parent, at session time in ms. */
export type CoachStatement = {
  readonly at: number;
  readonly code: string;
  readonly style: CoachingStyle;
  readonly praisesParent: boolean;
  /** The parent's code that it asks for or is about. Null if nobody recorded one. */
  readonly skill: string | null;
};

/** A skill that the parent used, at session time in ms. */
export type UsedSkill = { readonly at: number; readonly code: string };

/** How the coach coached. A figure is null if there was nothing to measure. */
export type CoachMetrics = {
  readonly statements: number;
  readonly perMinute: number | null;
  readonly counts: Record<string, number>;
  readonly directive: number;
  readonly responsive: number;
  readonly corrective: number;
  readonly responsiveShare: number | null;
  readonly correctiveToPraise: number | null;
  readonly medianLagMs: number | null;
  readonly answeredShare: number | null;
  readonly reuseShare: number | null;
  readonly longestSilenceMs: number | null;
  readonly talkOverMs: number | null;
};

type Coaching = {
  readonly statements: readonly CoachStatement[];
  readonly skills: readonly UsedSkill[];
  /** The spans in which the coach could speak to the parent, oldest first. */
  readonly spans: readonly Span[];
  /** When the coach's voice was open to the parent. */
  readonly voice?: readonly Span[];
  /** When somebody spoke in the room. Null if the recording was not searched for speech. */
  readonly speech?: readonly Span[] | null;
};

/** Statements and skills outside these spans do not count. Rules TPC1 to TPC6, TPC8. */
export function coachMetrics(coaching: Coaching): CoachMetrics {
  const spans = coaching.spans.map((span) => within(coaching, span));
  const statements = spans.flatMap((span) => span.statements);
  const lags = spans.flatMap(lagsIn);
  const reuses = spans.flatMap(reusesIn);
  const [directive, responsive, corrective] = [
    countOf(statements, 'directive'),
    countOf(statements, 'responsive'),
    countOf(statements, 'corrective'),
  ];
  const answered = lags.filter((lag) => lag !== undefined);
  return {
    statements: statements.length,
    perMinute: ratio(statements.length, spans.reduce((sum, { lengthMs }) => sum + lengthMs, 0) / 60_000),
    counts: { ...tallyOf(statements.map(({ code }) => code)) },
    directive,
    responsive,
    corrective,
    // A correction answers something the parent did, so it counts as responsive. Rule TPC2.
    responsiveShare: ratio(responsive + corrective, statements.length),
    correctiveToPraise: ratio(corrective, statements.filter(({ praisesParent }) => praisesParent).length),
    medianLagMs: median(answered),
    answeredShare: ratio(answered.length, lags.length),
    reuseShare: ratio(reuses.filter((reused) => reused).length, reuses.length),
    longestSilenceMs: longest(spans.flatMap(silencesIn)),
    talkOverMs: talkOverMs({ voice: [], speech: null, ...coaching }),
  };
}

type CoachedSpan = Omit<Coaching, 'spans'> & { readonly from: number; readonly to: number; readonly lengthMs: number };

function within({ statements, skills }: Coaching, [from, to]: Span): CoachedSpan {
  const isIn = ({ at }: { readonly at: number }) => at >= from && at < to;
  const inOrder = (one: { readonly at: number }, other: { readonly at: number }) => one.at - other.at;
  return {
    from,
    to,
    lengthMs: to - from,
    statements: statements.filter(isIn).toSorted(inOrder),
    skills: skills.filter(isIn).toSorted(inOrder),
  };
}

/**
 * For each skill, the time until the coach spoke about it; undefined if the coach did not in time. A statement about
 * another skill is not an answer. A skill whose time was cut short counts only if it was answered. Rule TPC4.
 */
function lagsIn({ skills, statements, to }: CoachedSpan): readonly (number | undefined)[] {
  return skills.flatMap(({ at, code }) => {
    const answer = statements.find((statement) => statement.at >= at && (statement.skill ?? code) === code);
    const lag = answer && answer.at - at;
    if (lag !== undefined && lag <= ANSWER_WITHIN_MS) return [lag];
    return at + ANSWER_WITHIN_MS < to ? [undefined] : [];
  });
}

/** For each statement about a skill, whether the parent used that skill in time after it. Rule TPC5. */
function reusesIn({ skills, statements, to }: CoachedSpan): readonly boolean[] {
  return statements.flatMap((statement) => {
    const target = statement.skill ?? answeredBy(statement, skills)?.code;
    if (target === undefined) return [];
    const reused = skills.some(
      ({ at, code }) => code === target && at > statement.at && at <= statement.at + REUSE_WITHIN_MS,
    );
    return reused || statement.at + REUSE_WITHIN_MS < to ? [reused] : [];
  });
}

/** The last skill that the statement could still answer. */
function answeredBy(statement: CoachStatement, skills: readonly UsedSkill[]): UsedSkill | undefined {
  return skills.findLast(({ at }) => at <= statement.at && statement.at - at <= ANSWER_WITHIN_MS);
}

/** The times without a statement, from the start of the span to its end. Rule TPC6. */
function silencesIn({ from, to, statements }: CoachedSpan): readonly number[] {
  const moments = [from, ...statements.map(({ at }) => at), to];
  return moments.slice(1).map((moment, index) => moment - (moments[index] ?? moment));
}

function countOf(statements: readonly CoachStatement[], wanted: CoachingStyle): number {
  return statements.filter(({ style }) => style === wanted).length;
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function longest(lengths: readonly number[]): number | null {
  return lengths.length === 0 ? null : Math.max(...lengths);
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
