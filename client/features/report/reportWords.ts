import { listProgrammes } from '#shared/domain/programmes/findProgramme.ts';
import { findCode, type Valence } from '#shared/domain/programmes/programme.ts';
import type { SessionReport } from '#shared/protocol/http.ts';

export type WindowReport = SessionReport['windows'][number];
export type ReportedCriterion = WindowReport['criteria'][number];

export type Verdict = 'mastered' | 'notYet' | 'notAssessable' | 'noCriteria';

/** What a window comes to, before it is put in words. Too little coded time outweighs everything else. */
export function verdictOf({ assessable, mastered, criteria }: WindowReport): Verdict {
  if (!assessable) return 'notAssessable';
  if (criteria.length === 0) return 'noCriteria';
  return mastered ? 'mastered' : 'notYet';
}

export type CountedCode = {
  readonly code: string;
  readonly name: string;
  readonly valence: Valence;
  readonly count: number;
};

/** A tally as rows, in the programme's own order; a code that no programme knows comes last under its letters. */
export function countedCodes(counts: Readonly<Record<string, number>>, kind: string): readonly CountedCode[] {
  const order = listProgrammes().flatMap(({ codes }) => codes.map(({ code }) => code));
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([a], [b]) => placeIn(order, a) - placeIn(order, b))
    .map(([code, count]) => {
      const definition = listProgrammes()
        .map((programme) => findCode(programme, code))
        .find((found) => found !== undefined);
      return { code, count, name: definition?.name ?? code, valence: definition?.valence[kind] ?? 'neutral' };
    });
}

function placeIn(order: readonly string[], code: string): number {
  const place = order.indexOf(code);
  return place === -1 ? order.length : place;
}
