import { type Judge, naiveFollowThrough } from './naiveFollowThrough.ts';
import { naiveFollowThroughFirst } from './naiveFollowThroughFirst.ts';

/**
 * For tests only: a literal reading of the transcript format's page, for its one program, written without the product's
 * code. Slow. `scoreTranscript` is checked against it in property tests.
 */
export type PlainEvent = {
  readonly id: string;
  readonly at: number;
  readonly code?: string;
  readonly candidates?: readonly string[];
  readonly mode?: 'both' | 'unsure';
  readonly effective?: boolean;
  readonly void?: boolean;
  readonly retracted?: boolean;
};
export type PlainWindow = {
  readonly id: string;
  readonly kind: 'cdi' | 'pdi';
  readonly spans: readonly (readonly [number, number])[];
  readonly void?: boolean;
};

const HIGHEST_FIRST = 'NTA DC IC LP UP QU IQ DQ RF BD TA'.split(' ');

export function naiveScore(windows: readonly PlainWindow[], events: readonly PlainEvent[], revision: 1 | 2 = 2) {
  const judge = revision === 1 ? naiveFollowThroughFirst : naiveFollowThrough;
  const record: PlainEvent[] = [];
  for (const event of events) {
    if (event.retracted) continue;
    const later = record.findIndex(({ at }) => at > event.at);
    record.splice(later < 0 ? record.length : later, 0, { ...event, code: settle(event) });
  }
  return {
    windows: windows.map((window) =>
      window.kind === 'cdi' ? naiveCdi(window, record) : naivePdi(window, record, judge),
    ),
  };
}

/** The one code that an event counts as. */
export function settle({ code, candidates, mode }: PlainEvent): string {
  if (candidates === undefined) return code ?? '';
  const lowestFirst = HIGHEST_FIRST.toReversed();
  if (mode === 'both') return HIGHEST_FIRST.find((one) => candidates.includes(one)) ?? '';
  return lowestFirst.find((one) => one !== 'LP' && candidates.includes(one)) ?? 'LP';
}

const within = ({ spans }: PlainWindow, { at }: PlainEvent) => spans.some((span) => span[0] <= at && span[1] > at);

function naiveCounts(window: PlainWindow, record: readonly PlainEvent[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(HIGHEST_FIRST.map((code) => [code, 0]));
  for (const event of record) {
    const { code = '' } = event;
    if (within(window, event) && !event.void && code in counts) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function naiveLength({ spans }: PlainWindow): number {
  let sum = 0;
  for (const [from, to] of spans) sum += to - from;
  return sum;
}

function naiveCdi(window: PlainWindow, record: readonly PlainEvent[]) {
  const counts = naiveCounts(window, record);
  const { LP = 0, BD = 0, RF = 0, QU = 0, IQ = 0, DQ = 0, DC = 0, IC = 0, NTA = 0 } = counts;
  const avoid = QU + IQ + DQ + DC + IC + NTA;
  const assessable = !window.void && naiveLength(window) >= 300_000;
  return {
    id: window.id,
    kind: 'cdi',
    codedMs: naiveLength(window),
    counts,
    assessable,
    mastered: assessable && LP >= 10 && BD >= 10 && RF >= 10 && avoid <= 3,
    criteria: [
      { rule: 'CDI1', actual: LP, bound: 'at least', goal: 10, met: LP >= 10 },
      { rule: 'CDI2', actual: BD, bound: 'at least', goal: 10, met: BD >= 10 },
      { rule: 'CDI3', actual: RF, bound: 'at least', goal: 10, met: RF >= 10 },
      { rule: 'CDI4', actual: avoid, bound: 'at most', goal: 3, met: avoid <= 3 },
    ],
  };
}

function naivePdi(window: PlainWindow, record: readonly PlainEvent[], judge: Judge) {
  let [commands, direct, effective, due, correct] = [0, 0, 0, 0, 0];
  record.forEach((command, index) => {
    if (!(command.code === 'DC' || command.code === 'IC') || command.void || !within(window, command)) return;
    const answer = firstOf(['CO', 'NC', 'NOC', 'DC', 'IC'], record.slice(index + 1));
    if (answer === undefined) return;
    commands += 1;
    if (command.code === 'DC') direct += 1;
    const { event, rest } = answer;
    if (command.code === 'IC' || command.effective === false || !(event.code === 'CO' || event.code === 'NC')) return;
    effective += 1;
    const verdict = judge(event, rest);
    if (verdict === 'never mind') return;
    due += 1;
    if (verdict === 'right') correct += 1;
  });
  const assessable = !window.void && naiveLength(window) >= 300_000 && direct >= 4;
  const pctEffective = percentage(effective, commands);
  const pctFollowThrough = percentage(correct, due);
  const [isEffective, isFollowed] = [commands > 0 && effective / commands >= 0.75, due > 0 && correct / due >= 0.75];
  return {
    id: window.id,
    kind: 'pdi',
    codedMs: naiveLength(window),
    counts: naiveCounts(window, record),
    commands,
    effective,
    followUpDue: due,
    followUpCorrect: correct,
    pctEffective,
    pctFollowThrough,
    assessable,
    mastered: assessable && isEffective && isFollowed,
    criteria: [
      { rule: 'PDI5', actual: direct, bound: 'at least', goal: 4, met: direct >= 4 },
      { rule: 'PDI3', actual: pctEffective, bound: 'at least', goal: 0.75, met: isEffective },
      { rule: 'PDI4', actual: pctFollowThrough, bound: 'at least', goal: 0.75, met: isFollowed },
    ],
  };
}

/** The first event with one of these codes, and everything after it. */
function firstOf(codes: readonly string[], record: readonly PlainEvent[]) {
  const [event, ...rest] = record;
  if (event === undefined) return undefined;
  if (codes.includes(event.code ?? '')) return { event, rest };
  return firstOf(codes, rest);
}

function percentage(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1e9) / 1e9;
}
