import type { ScoredCriterion } from '#shared/domain/mastery.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import { agreementOf } from '#shared/domain/reliability/agreementOf.ts';
import { type AlignedRow, alignCodes } from '#shared/domain/reliability/alignCodes.ts';
import { scoreWindow } from '#shared/domain/scoring/scoreWindow.ts';
import { kappaMatched } from '#shared/domain/reliability/kappa.ts';
import type { ClipLine, ClipOffer, PracticeScore } from '#shared/protocol/practice.ts';

/** A code that was given, at the clip's own time in ms. */
export type Given = { readonly code: string; readonly at: number };

/** The result on one line of the comparison: the key and the coder agree or differ, or only one of them has a code. */
type RowKind = 'agreed' | 'substituted' | 'missed' | 'added';
export type Row = {
  readonly kind: RowKind;
  readonly at: number;
  /** Where to start watching, in ms. */
  readonly from: number;
  readonly key: string | undefined;
  readonly yours: string | undefined;
  readonly line: ClipLine | undefined;
};

export type CodeFigures = PracticeScore['byCode'][number];

export type RunScore = PracticeScore & {
  readonly rows: readonly Row[];
  readonly criteria: readonly { readonly key: ScoredCriterion; readonly yours: ScoredCriterion }[];
};

export type Coded = { readonly offer: ClipOffer; readonly program: Program; readonly phase: TreatmentPhase };

const WATCH_BEFORE_MS = 2_000;

/** Compares a run with the key of its clip. Rules PRA1, REL1, REL2. */
export function scoreRun(coded: Coded, lines: readonly ClipLine[], given: readonly Given[]): RunScore {
  const key = lines.flatMap((line): Lined[] => (line.code === null ? [] : [{ code: line.code, at: line.at, line }]));
  const aligned = alignStreams(coded.program, key, given);
  const rows = aligned.map(rowOf).toSorted((one, other) => one.at - other.at);
  const { agreements, substitutions, omissions, commissions, eventAgreement } = agreementOf(aligned);
  return {
    rows,
    counts: { agreed: agreements, substituted: substitutions, missed: omissions, added: commissions },
    agreement: eventAgreement,
    kappa: kappaMatched(aligned).kappa,
    byCode: [...figuresByCode(coded.program, rows)],
    criteria: criteriaOf(coded, key, given),
  };
}

/** The figures alone, as they are stored. */
export function keptScore({ agreement, kappa, counts, byCode }: RunScore): PracticeScore {
  return { agreement, kappa, counts, byCode };
}

/** A code with the line of the clip whose key code it is. */
type Lined = Given & { readonly line?: ClipLine };

/** Each stream is compared separately: a child's code never matches a parent's. */
function alignStreams(program: Program, key: readonly Lined[], given: readonly Lined[]): AlignedRow<Lined>[] {
  const streamOf = ({ code }: Given) => findCode(program, code)?.stream;
  const streams = [...new Set([...key, ...given].map(streamOf))];
  return streams.flatMap((stream) => {
    const isIn = (event: Given) => streamOf(event) === stream;
    return alignCodes(key.filter(isIn), given.filter(isIn));
  });
}

const KINDS: Readonly<Record<AlignedRow['is'], RowKind>> = {
  agreement: 'agreed',
  substitution: 'substituted',
  omission: 'missed',
  commission: 'added',
};

function rowOf(aligned: AlignedRow<Lined>): Row {
  const key = 'reference' in aligned ? aligned.reference : undefined;
  const yours = 'trainee' in aligned ? aligned.trainee : undefined;
  const at = key?.at ?? yours?.at ?? 0;
  const from = Math.max(0, (key?.line?.from ?? at) - WATCH_BEFORE_MS);
  return { kind: KINDS[aligned.is], at, from, key: key?.code, yours: yours?.code, line: key?.line };
}

function figuresByCode({ codes }: Program, rows: readonly Row[]): readonly CodeFigures[] {
  return codes
    .map(({ code }) => ({
      code,
      inKey: rows.filter((row) => row.key === code).length,
      agreed: rows.filter((row) => row.kind === 'agreed' && row.key === code).length,
      yours: rows.filter((row) => row.yours === code).length,
    }))
    .filter(({ inKey, yours }) => inKey + yours > 0);
}

function criteriaOf({ offer, program, phase }: Coded, key: readonly Given[], given: readonly Given[]) {
  // A code at the very last moment is still in the clip.
  const window = { program, phase, spans: [[0, offer.lengthMs + 1]] as const, void: false };
  const yours = scoreWindow(given, window).criteria;
  return scoreWindow(key, window).criteria.flatMap((byKey, index) => {
    const byYou = yours[index];
    return byYou === undefined ? [] : [{ key: byKey, yours: byYou }];
  });
}
