import { actualOf, type ScoredCriterion } from '#shared/domain/mastery.ts';
import type { SessionReport } from '#shared/protocol/http.ts';
import { reportSession } from '../sessionReport.ts';
import { closedAt, type ExportScene } from '#shared/exports/exportScene.ts';

/** For tests: what a person would write down who read the figures of a report, by none of the product’s own formatting. */

export type ReportedWindow = SessionReport['windows'][number];

export function reportOf({ sessionId, state, program }: ExportScene): SessionReport {
  return reportSession(sessionId, state, program, closedAt(state));
}

/** What was found, or undefined over nothing: rounded so that what is short of a goal never reads as reached. */
export function expectedFound(one: ScoredCriterion): string | undefined {
  const actual = actualOf(one);
  return actual === null ? undefined : figure(one, actual, one.bound === 'at least' ? Math.floor : Math.ceil);
}

export function expectedGoal(one: ScoredCriterion): string {
  return figure(one, one.goal, Math.round);
}

/** How much more or less it takes, as a bare number: a count, or points of a hundred. */
export function expectedMissing(one: ScoredCriterion): number {
  const missing = Math.abs(one.goal - (actualOf(one) ?? 0));
  return isCount(one) ? missing : Math.ceil(points(missing));
}

export function isCount({ of }: ScoredCriterion): boolean {
  return of === 'count' || of === 'commands';
}

function figure(one: ScoredCriterion, value: number, round: (n: number) => number): string {
  return isCount(one) ? String(value) : `${round(points(value))} %`;
}

/** A share from 0 to 1 in whole percent, rounded down; `nothing` stands where there was nothing to take it of. */
export function expectedShare(share: number | null, nothing: string): string {
  return share === null ? nothing : `${Math.floor(points(share))} %`;
}

/** `part of whole, share`, or `nothing` of none: the share is that of the two numbers. */
export function expectedPart(part: number, whole: number, nothing: string): string {
  return whole === 0 ? nothing : `${part} of ${whole}, ${expectedShare(part / whole, nothing)}`;
}

/** Without what floating point adds: 0.29 is 29 points. */
function points(share: number): number {
  return Number((share * 100).toFixed(6));
}

/** Commands whose answer was not coded, and which no gap spoilt. */
export function expectedOpen({ outcomes }: ReportedWindow): number {
  return outcomes.filter(({ response, outcome }) => response === null && outcome.is !== 'void').length;
}

export function expectedClock(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const EXPECTED_METS = {
  met: 'yes',
  'not met': 'no',
  'not applicable': 'did not come up',
  'not assessable': 'not judged',
} as const;
