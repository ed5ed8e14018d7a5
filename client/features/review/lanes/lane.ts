import type { ReviewCode } from '../codes/reviewCodes.ts';

/** How a band is filled. Each is a color token. */
export type BandLook =
  'phase' | 'coding' | 'coaching' | 'window' | 'void' | 'stop' | 'gap' | 'recorded' | 'voice' | 'speech' | 'uncoded';

/** A span of session time `[from, to)`, in ms. */
export type LaneBand = { readonly from: number; readonly to: number; readonly look: BandLook; readonly label: string };

/** Something at one moment. */
export type LaneMark =
  | { readonly is: 'code'; readonly at: number; readonly code: ReviewCode }
  | { readonly is: 'prompt' | 'comment' | 'bookmark'; readonly at: number; readonly label: string };

/** One row. Bands are sorted by start, marks by time. */
export type Lane = {
  readonly id: string;
  readonly label: string;
  readonly height: number;
  readonly bands: readonly LaneBand[];
  /** For each band, the latest end up to and including it, for searching the first band in view. */
  readonly reach: readonly number[];
  readonly marks: readonly LaneMark[];
  /** For each mark, the distance to its nearest neighbor in the row, in ms. Decides how much of it is drawn. */
  readonly elbowRoom: readonly number[];
};

const MARKS_HEIGHT = 28;
const BANDS_HEIGHT = 18;

/** Makes a row, with the values that drawing needs. */
export function laneOf(
  id: string,
  label: string,
  { bands = [], marks = [] }: { readonly bands?: readonly LaneBand[]; readonly marks?: readonly LaneMark[] },
): Lane {
  const sortedBands = bands.toSorted((one, other) => one.from - other.from);
  const sortedMarks = marks.toSorted((one, other) => one.at - other.at);
  return {
    id,
    label,
    height: marks.length > 0 ? MARKS_HEIGHT : BANDS_HEIGHT,
    bands: sortedBands,
    reach: reachOf(sortedBands),
    marks: sortedMarks,
    elbowRoom: elbowRoomOf(sortedMarks),
  };
}

function reachOf(bands: readonly LaneBand[]): readonly number[] {
  let furthest = -Infinity;
  return bands.map(({ to }) => {
    furthest = Math.max(furthest, to);
    return furthest;
  });
}

function elbowRoomOf(marks: readonly LaneMark[]): readonly number[] {
  return marks.map(({ at }, index) => {
    const before = marks[index - 1]?.at ?? -Infinity;
    const after = marks[index + 1]?.at ?? Infinity;
    return Math.min(at - before, after - at);
  });
}
