import { actualOf, type ScoredCriterion } from '#shared/domain/mastery.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import { reportSession } from '../sessionReport.ts';
import { closedAt, type ExportScene } from '#shared/session/exportScene.ts';

/** For tests: the figures as a person would write them down, without the product's own formatting. */

export type ReportedWindow = SessionReport['windows'][number];

export function reportOf({ sessionId, state, program }: ExportScene): SessionReport {
  return reportSession(sessionId, state, program, closedAt(state));
}

/** The value; undefined if there is none. It is rounded so that a value short of its goal never reads as reached. */
export function expectedFound(one: ScoredCriterion): string | undefined {
  const actual = actualOf(one);
  return actual === null ? undefined : figure(one, actual, one.bound === 'at least' ? Math.floor : Math.ceil);
}

export function expectedGoal(one: ScoredCriterion): string {
  return figure(one, one.goal, Math.round);
}

/** How much more or less is needed, as a bare number: a count, or percentage points. */
export function expectedMissing(one: ScoredCriterion): number {
  const missing = Math.abs(one.goal - (actualOf(one) ?? 0));
  return isCount(one) ? missing : Math.ceil(points(missing));
}

export function isCount({ of }: ScoredCriterion): boolean {
  return of === 'count' || of === 'commands';
}

function figure(one: ScoredCriterion, value: number, round: (n: number) => number): string {
  return isCount(one) ? String(value) : `${round(points(value))}%`;
}

/** A share from 0 to 1 as a whole percent, rounded down; `nothing` if it has no whole. */
export function expectedShare(share: number | null, nothing: string): string {
  return share === null ? nothing : `${Math.floor(points(share))}%`;
}

/** `part of whole, share`, or `nothing` if there is no whole. The share is that of the two numbers. */
export function expectedPart(part: number, whole: number, nothing: string): string {
  return whole === 0 ? nothing : `${part} of ${whole}, ${expectedShare(part / whole, nothing)}`;
}

/** Without floating-point noise: 0.29 is 29 points. */
function points(share: number): number {
  return Number((share * 100).toFixed(6));
}

/** Commands without a coded response that no gap interrupted. */
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
