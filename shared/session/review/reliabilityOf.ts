import { type Span, spansUntil } from '#shared/domain/codingWindow.ts';
import { nameKey } from '#shared/domain/nameKey.ts';
import { codesIn, findCode, type Program, type Valence } from '#shared/domain/programs/program.ts';
import type { CodingMedium } from '#shared/domain/reliability/coderTrend.ts';
import { type CoderComparison, compareCoders, type CompareOptions } from '#shared/domain/reliability/compareCoders.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import type { WindowId } from '#shared/protocol/ids.ts';
import type { SessionState, SessionWindow } from '../sessionState.ts';
import { type GivenCode, type WindowCoding, windowCodings } from './windowCodings.ts';

export type CoderPair = {
  readonly windowId: WindowId;
  readonly kind: string;
  /** The compared time: the spans of session time in which the window's clock ran. */
  readonly spans: readonly Span[];
  readonly reference: WindowCoding;
  readonly trainee: WindowCoding;
  /** Whether neither coder had seen the codes of others. */
  readonly independent: boolean;
  /** The same person coded twice. This shows how consistent they are, not how they agree with another coder. */
  readonly samePerson: boolean;
  /** Live codes and codes from a recording are kept apart, because only a recording can be rewound. */
  readonly medium: CodingMedium;
};

/**
 * Every two codings of each finished window that is not void. The reference is the supervisor's coding if one of the
 * two is, otherwise the live lead coach's, otherwise the earlier one. Rule REL9.
 */
export function reliabilityOf(state: SessionState, program: Program): readonly CoderPair[] {
  return state.windows
    .filter((window) => window.finished && windowStanding(window, 0).is !== 'void')
    .flatMap((window) => {
      const codings = windowCodings(state, program, window);
      return codings.flatMap((one, index) => codings.slice(index + 1).map((other) => pairOf(one, other, window)));
    });
}

function pairOf(one: WindowCoding, other: WindowCoding, window: SessionWindow): CoderPair {
  const [reference, trainee] = isLaterReference(other, one) ? [other, one] : [one, other];
  return {
    windowId: window.windowId,
    kind: window.kind,
    // A finished window no longer runs, so any moment gives the same result.
    spans: spansUntil(window, 0),
    reference,
    trainee,
    independent: one.independent && other.independent,
    samePerson: isSamePerson(one, other),
    medium: mediumOf(one, other),
  };
}

/** The coder of an imported file has no account, so two coders with the same name count as the same person. */
function isSamePerson(one: WindowCoding, other: WindowCoding): boolean {
  if (one.how !== 'imported' && other.how !== 'imported') return one.coder === other.coder;
  return nameKey(one.name) === nameKey(other.name);
}

/** Whether the later of the two is the reference. */
function isLaterReference(later: WindowCoding, earlier: WindowCoding): boolean {
  return later.role === 'supervisor' && earlier.role !== 'supervisor';
}

function mediumOf(one: WindowCoding, other: WindowCoding): CodingMedium {
  const live = [one, other].filter(({ how }) => how === 'lead' || how === 'observer').length;
  if (live === 2) return 'live';
  return live === 1 ? 'live and recorded' : 'recorded';
}

/** The same pair with the reference exchanged. */
export function exchanged(pair: CoderPair): CoderPair {
  return { ...pair, reference: pair.trainee, trainee: pair.reference };
}

/** How a pair agrees on the parent's codes. Rare codes are pooled by their meaning in the window's phase. */
export function comparePair(
  { reference, trainee, kind }: Pick<CoderPair, 'reference' | 'trainee' | 'kind'>,
  program: Program,
  options: Pick<CompareOptions, 'toleranceMs' | 'lag'> = {},
): CoderComparison<GivenCode> {
  const codes = codesIn(program, 'parent').map(({ code }) => code);
  const classOf = (code: string): Valence => findCode(program, code)?.valence[kind] ?? 'neutral';
  return compareCoders(reference.codes, trainee.codes, { ...options, codes, classOf });
}
