import { codesIn, type CodeTone, findCode, type Program, type Valence } from '#shared/domain/programs/program.ts';
import { type NotAssessable, whyNotAssessable } from '#shared/domain/scoring/whyNotAssessable.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import { programOf } from '#shared/session/programOf.ts';
import { readEdits } from '#shared/session/readEdits.ts';

export type WindowReport = SessionReport['windows'][number];
export type ReportedCriterion = WindowReport['criteria'][number];
export type ReportedOutcome = WindowReport['outcomes'][number]['outcome'];

type Verdict = 'void' | 'met' | 'notYet' | 'notAssessable' | 'tooFewCommands' | 'nothingCameUp' | 'noCriteria';

/** The session's program. Undefined if this version of Earshot does not know it. */
export function reportedProgram(report: Pick<SessionReport, 'program' | 'programVersion' | 'edits'>) {
  const { program, programVersion, edits } = report;
  return programOf({ program, programVersion, edits: edits === null ? undefined : readEdits(edits) });
}

/** The result of a window. That it does not count outweighs everything else. */
export function verdictOf(window: WindowReport, neededMs: number): Verdict {
  const why = whyNotAssessable(window, neededMs);
  if (why !== undefined) return NOT_ASSESSABLE[why];
  if (window.criteria.length === 0) return 'noCriteria';
  return window.mastered ? 'met' : 'notYet';
}

const NOT_ASSESSABLE = {
  void: 'void',
  'nothing came up': 'nothingCameUp',
  'too short': 'notAssessable',
  'too few commands': 'tooFewCommands',
} as const satisfies Record<NotAssessable, Verdict>;

type CountedCode = {
  readonly code: string;
  readonly name: string;
  readonly valence: Valence;
  readonly tone: CodeTone | undefined;
  readonly count: number;
};

/** A tally as rows in the program's order. A code that the program does not know comes last. */
export function countedCodes(
  counts: Readonly<Record<string, number>>,
  kind: string,
  program: Program | undefined,
): readonly CountedCode[] {
  const order = program?.codes.map(({ code }) => code) ?? [];
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([a], [b]) => placeIn(order, a) - placeIn(order, b))
    .map(([code, count]) => {
      const definition = program && findCode(program, code);
      const valence = definition?.valence[kind] ?? 'neutral';
      return { code, count, name: definition?.name ?? code, valence, tone: definition?.tone };
    });
}

function placeIn(order: readonly string[], code: string): number {
  const place = order.indexOf(code);
  return place === -1 ? order.length : place;
}

/** What a code is called in a sentence. */
export function nameOf(program: Program | undefined, code: string): string {
  return (program && findCode(program, code)?.name) ?? code;
}

/** The counts of the coach's codes, in the program's order. */
export function coachCounts(counts: Readonly<Record<string, number>>, program: Program | undefined) {
  return (program === undefined ? [] : codesIn(program, 'coach'))
    .map(({ code, name, style }) => ({ code, name, style, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0);
}
