import type { ScoredCriterion } from '#shared/domain/mastery.ts';
import { findCode, type Programme, type TreatmentPhase } from '#shared/domain/programmes/programme.ts';
import { scoreWindow } from '#shared/domain/scoring/scoreWindow.ts';
import type { ClipLine, ClipOffer } from '#shared/protocol/practice.ts';
import { alignCodes } from './alignCodes.ts';

/** A code that was given, at the clip's own time in ms. */
export type Given = { readonly code: string; readonly at: number };

/** What one line of the comparison says: the key and the coder agree, differ, or only one of them has a code. */
export type RowKind = 'agreed' | 'substituted' | 'missed' | 'added';
export type Row = {
  readonly kind: RowKind;
  readonly at: number;
  /** Where to watch it from. */
  readonly from: number;
  readonly key: string | undefined;
  readonly yours: string | undefined;
  readonly line: ClipLine | undefined;
};

export type CodeFigures = {
  readonly code: string;
  readonly inKey: number;
  readonly agreed: number;
  readonly yours: number;
};

export type RunScore = {
  readonly rows: readonly Row[];
  readonly counts: Readonly<Record<RowKind, number>>;
  /** From 0 to 1; null where there was nothing to compare. */
  readonly agreement: number | null;
  readonly byCode: readonly CodeFigures[];
  readonly criteria: readonly { readonly key: ScoredCriterion; readonly yours: ScoredCriterion }[];
};

export type Coded = {
  readonly offer: ClipOffer;
  readonly programme: Programme;
  readonly phase: TreatmentPhase;
};

/** Where agreement is good enough. Rule REL2. */
export const AGREEMENT_GOAL = 0.8;
const WATCH_BEFORE_MS = 2_000;

/** Compares a run with the key of its clip. Rules PRA1, REL1, REL2. */
export function scoreRun(coded: Coded, lines: readonly ClipLine[], given: readonly Given[]): RunScore {
  const key = lines.flatMap((line) => (line.code === null ? [] : [{ code: line.code, at: line.at, line }]));
  const rows = compare(coded.programme, key, given);
  const countOf = (kind: RowKind) => rows.filter((row) => row.kind === kind).length;
  const counts = {
    agreed: countOf('agreed'),
    substituted: countOf('substituted'),
    missed: countOf('missed'),
    added: countOf('added'),
  };
  return {
    rows,
    counts,
    agreement: rows.length === 0 ? null : counts.agreed / rows.length,
    byCode: figuresByCode(coded.programme, rows),
    criteria: criteriaOf(coded, key, given),
  };
}

type KeyCode = Given & { readonly line: ClipLine };

/** Each stream by itself: what the child does is never the parent's word for something else. */
function compare(programme: Programme, key: readonly KeyCode[], given: readonly Given[]): readonly Row[] {
  const streamOf = ({ code }: Given) => findCode(programme, code)?.stream;
  const streams = [...new Set([...key, ...given].map(streamOf))];
  return streams
    .flatMap((stream) => {
      const isIn = (event: Given) => streamOf(event) === stream;
      return alignCodes(key.filter(isIn), given.filter(isIn)).map(([theirs, yours]) => rowOf(theirs, yours));
    })
    .toSorted((one, other) => one.at - other.at);
}

function rowOf(key: KeyCode | undefined, yours: Given | undefined): Row {
  const at = key?.at ?? yours?.at ?? 0;
  const from = Math.max(0, (key?.line.from ?? at) - WATCH_BEFORE_MS);
  return { kind: kindOf(key, yours), at, from, key: key?.code, yours: yours?.code, line: key?.line };
}

function kindOf(key: Given | undefined, yours: Given | undefined): RowKind {
  if (key === undefined) return 'added';
  if (yours === undefined) return 'missed';
  return key.code === yours.code ? 'agreed' : 'substituted';
}

function figuresByCode({ codes }: Programme, rows: readonly Row[]): readonly CodeFigures[] {
  return codes
    .map(({ code }) => ({
      code,
      inKey: rows.filter((row) => row.key === code).length,
      agreed: rows.filter((row) => row.kind === 'agreed' && row.key === code).length,
      yours: rows.filter((row) => row.yours === code).length,
    }))
    .filter(({ inKey, yours }) => inKey + yours > 0);
}

function criteriaOf({ offer, programme, phase }: Coded, key: readonly Given[], given: readonly Given[]) {
  // A code of the very last moment is in the clip too.
  const window = { programme, phase, spans: [[0, offer.lengthMs + 1]] as const, void: false };
  const yours = scoreWindow(given, window).criteria;
  return scoreWindow(key, window).criteria.flatMap((byKey, index) => {
    const byYou = yours[index];
    return byYou === undefined ? [] : [{ key: byKey, yours: byYou }];
  });
}
