/**
 * For tests only: a literal reading of the transcript format's page and of rules REL1 to REL9, for one program, written
 * without the product's code. Slow. `compareTranscripts` is checked against it in property tests.
 */
import { type PlainEvent, type PlainWindow, settle } from '../../score/testing/naiveScore.ts';

export type PlainFile = { readonly windows: readonly PlainWindow[]; readonly events: readonly PlainEvent[] };
type Coded = { readonly at: number; readonly code: string };
type Row = readonly [ours: string, theirs: string];

const PARENT = 'NTA DC IC LP UP QU IQ DQ RF BD TA'.split(' ');
const NOTHING = 'NIL';

export function naiveReliability(reference: PlainFile, trainee: PlainFile, tolerance: number, lag: 'none' | 'auto') {
  const isInterrupted = ({ at }: PlainEvent) =>
    [reference, trainee].some(({ windows }) =>
      windows.some(({ spans, void: isVoid }) => isVoid && spans.some(([from, to]) => from <= at && at < to)),
    ) ||
    [reference, trainee].some(({ windows }) => {
      const counting = windows.filter(({ void: isVoid }) => !isVoid).flatMap(({ spans }) => spans);
      return counting.length > 0 && !counting.some(([from, to]) => from <= at && at < to);
    });
  const ours = counted(reference.events, isInterrupted);
  const theirs = counted(trainee.events, isInterrupted);
  const lagMs = lag === 'auto' ? naiveLag(ours, theirs) : 0;
  const late = theirs.map(({ at, code }) => ({ at: at - lagMs, code }));
  const rows = naiveAlignment(ours, late, tolerance);
  const agreed = rows.filter(([one, other]) => one === other).length;
  const paired = rows.filter(([one, other]) => one !== NOTHING && other !== NOTHING);
  return {
    agreements: agreed,
    substitutions: paired.length - agreed,
    omissions: rows.filter(([, other]) => other === NOTHING).length,
    commissions: rows.filter(([one]) => one === NOTHING).length,
    eventAgreement: rows.length === 0 ? null : agreed / rows.length,
    countAgreement: naiveCounts(rows),
    kappaMatched: naiveKappa(paired, marginsProduct(paired)),
    kappaWithNil: naiveKappa(rows, fitted(rows)),
    lagMs,
    perCode: Object.fromEntries(PARENT.map((code) => [code, ofCode(rows, code)])),
    confusion: Object.fromEntries(
      [...PARENT, NOTHING].map((one) => [
        one,
        Object.fromEntries([...PARENT, NOTHING].map((other) => [other, countOf(rows, one, other)])),
      ]),
    ),
  };
}

function counted(events: readonly PlainEvent[], isInterrupted: (event: PlainEvent) => boolean): readonly Coded[] {
  const kept: Coded[] = [];
  for (const event of events) {
    const code = settle(event);
    if (event.retracted || event.void || isInterrupted(event) || !PARENT.includes(code)) continue;
    const later = kept.findIndex(({ at }) => at > event.at);
    kept.splice(later < 0 ? kept.length : later, 0, { at: event.at, code });
  }
  return kept;
}

function naiveLag(ours: readonly Coded[], theirs: readonly Coded[]): number {
  const distances: number[] = [];
  for (const { at, code } of ours) {
    let nearest: number | undefined;
    for (const other of theirs) {
      const distance = other.at - at;
      if (other.code === code && (nearest === undefined || Math.abs(distance) < Math.abs(nearest))) nearest = distance;
    }
    if (nearest !== undefined) distances.push(nearest);
  }
  distances.sort((one, other) => one - other);
  while (distances.length > 2) {
    distances.pop();
    distances.shift();
  }
  const middle = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(distances.length, 1);
  return Math.max(-1_500, Math.min(1_500, Math.round(middle)));
}

/**
 * One way to align two beginnings. In the path, a is a pair, b is a code of the reference only, c is a code of the
 * trainee only.
 */
type Way = { readonly cost: number; readonly agreed: number; readonly pairs: number; readonly path: string };

function naiveAlignment(ours: readonly Coded[], theirs: readonly Coded[], tolerance: number): readonly Row[] {
  const known = new Map<string, Way>();
  const best = (i: number, j: number): Way => {
    if (i === 0 && j === 0) return { cost: 0, agreed: 0, pairs: 0, path: '' };
    const key = `${i} ${j}`;
    const before = known.get(key) ?? everyWay(i, j).toSorted(betterFirst)[0];
    if (before === undefined) throw new Error('There is always a way.');
    known.set(key, before);
    return before;
  };
  const everyWay = (i: number, j: number): Way[] => {
    const [one, other] = [ours[i - 1], theirs[j - 1]];
    const ways: Way[] = [];
    if (one && other && Math.abs(one.at - other.at) <= tolerance) {
      const { cost, agreed, pairs, path } = best(i - 1, j - 1);
      const same = one.code === other.code ? 1 : 0;
      // In hundred-thousandths, so that adding loses nothing.
      const more = Math.abs(one.at - other.at) + (same ? 0 : 100_000);
      ways.push({ cost: cost + more, agreed: agreed + same, pairs: pairs + 1, path: `${path}a` });
    }
    for (const [from, letter] of [
      [one && best(i - 1, j), 'b'],
      [other && best(i, j - 1), 'c'],
    ] as const) {
      if (from) ways.push({ ...from, cost: from.cost + 75_000, path: from.path + letter });
    }
    return ways;
  };
  let [i, j] = [0, 0];
  return Array.from(best(ours.length, theirs.length).path, (letter): Row => [
    (letter === 'c' ? undefined : ours[i++]?.code) ?? NOTHING,
    (letter === 'b' ? undefined : theirs[j++]?.code) ?? NOTHING,
  ]);
}

function betterFirst(one: Way, other: Way): number {
  return (
    one.cost - other.cost ||
    other.agreed - one.agreed ||
    other.pairs - one.pairs ||
    (one.path < other.path ? -1 : one.path > other.path ? 1 : 0)
  );
}

function countOf(rows: readonly Row[], one: string, other: string): number {
  return rows.filter((row) => row[0] === one && row[1] === other).length;
}

function naiveCounts(rows: readonly Row[]): number | null {
  let [smaller, larger] = [0, 0];
  for (const code of PARENT) {
    const [ours, theirs] = [rows.filter(([one]) => one === code).length, rows.filter(([, one]) => one === code).length];
    smaller += ours < theirs ? ours : theirs;
    larger += ours < theirs ? theirs : ours;
  }
  return larger === 0 ? null : smaller / larger;
}

type Table = readonly (readonly number[])[];
/** Only codes that occur: a code that nobody gave cannot be fitted. */
const labelsOf = (rows: readonly Row[]) => [...new Set([NOTHING, ...rows.flat()])];

/** (po − pe) / (1 − pe), where the expected agreement is the diagonal of the expected table. */
function naiveKappa(rows: readonly Row[], expected: Table): number | null {
  if (rows.length === 0) return null;
  const po = rows.filter(([one, other]) => one === other).length / rows.length;
  const pe = expected.reduce((sum, _, index) => sum + (expected[index]?.[index] ?? 0), 0) / rows.length;
  return Math.abs(1 - pe) < 1e-12 ? null : (po - pe) / (1 - pe);
}

const rowTotals = (rows: readonly Row[]) => labelsOf(rows).map((code) => rows.filter(([one]) => one === code).length);
const columnTotals = (rows: readonly Row[]) =>
  labelsOf(rows).map((code) => rows.filter(([, one]) => one === code).length);

function marginsProduct(rows: readonly Row[]): Table {
  return rowTotals(rows).map((one) => columnTotals(rows).map((other) => (one * other) / rows.length));
}

const MAX_ROUNDS = 1_000;

/** Iterative proportional fitting that starts from ones. The cell for nothing against nothing stays 0. */
function fitted(rows: readonly Row[]): Table {
  const [ofRows, ofColumns] = [rowTotals(rows), columnTotals(rows)];
  const labels = labelsOf(rows);
  let table: Table = labels.map((one) => labels.map((other) => (one === NOTHING && other === NOTHING ? 0 : 1)));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = transposed(scaled(transposed(scaled(table, ofRows)), ofColumns));
    const change = Math.max(...next.flatMap((row, i) => row.map((cell, j) => Math.abs(cell - (table[i]?.[j] ?? 0)))));
    table = next;
    if (change < 1e-9) break;
  }
  return table;
}

function scaled(table: Table, totals: readonly number[]): number[][] {
  return table.map((row, index) => {
    const sum = row.reduce((all, cell) => all + cell, 0);
    return row.map((cell) => (sum === 0 ? 0 : (cell * (totals[index] ?? 0)) / sum));
  });
}

function transposed(table: Table): number[][] {
  return table.map((_, column) => table.map((row) => row[column] ?? 0));
}

function ofCode(rows: readonly Row[], code: string) {
  const ours = rows.filter(([one]) => one === code).length;
  const theirs = rows.filter(([, other]) => other === code).length;
  const both = countOf(rows, code, code);
  const touched = rows.filter((row) => row.includes(code)).length;
  // As if this were the only code.
  const po = rows.filter(([one, other]) => (one === code) === (other === code)).length / rows.length;
  const pe = (ours / rows.length) * (theirs / rows.length) + (1 - ours / rows.length) * (1 - theirs / rows.length);
  return {
    reference: ours,
    trainee: theirs,
    agreements: both,
    agreement: touched === 0 ? null : both / touched,
    countAgreement: ours + theirs === 0 ? null : Math.min(ours, theirs) / Math.max(ours, theirs),
    kappa: ours < 5 || Math.abs(1 - pe) < 1e-12 ? null : (po - pe) / (1 - pe),
  };
}
