import { firstAtLeast } from './firstAtLeast.ts';
import { REACH_PX, RULER_HEIGHT } from './drawLanes.ts';
import type { Lane, LaneBand, LaneMark } from './lane.ts';
import type { TimeView } from './timeView.ts';

export type Pointed = { readonly lane: Lane; readonly mark: LaneMark | undefined; readonly band: LaneBand | undefined };

/** What is at a point of the rows, in their pixels: the nearest mark within reach, otherwise the band. */
export function pointedAt(
  lanes: readonly Lane[],
  view: TimeView,
  width: number,
  point: { readonly x: number; readonly y: number },
): Pointed | undefined {
  const lane = laneAt(lanes, point.y);
  if (lane === undefined) return undefined;
  const at = view.from + (point.x / width) * view.span;
  const reach = (REACH_PX / width) * view.span;
  return { lane, mark: nearestMark(lane, at, reach), band: bandAt(lane, at) };
}

function laneAt(lanes: readonly Lane[], y: number): Lane | undefined {
  let bottom = RULER_HEIGHT;
  if (y < bottom) return undefined;
  return lanes.find(({ height }) => {
    bottom += height;
    return y < bottom;
  });
}

/** The mark of a row nearest to a moment, within a distance in ms. */
export function nearestMark({ marks }: Pick<Lane, 'marks'>, at: number, within: number): LaneMark | undefined {
  const after = firstAtLeast(marks, at, (mark) => mark.at);
  const [before, next] = [marks[after - 1], marks[after]];
  const nearest = next === undefined || (before !== undefined && at - before.at <= next.at - at) ? before : next;
  return nearest !== undefined && Math.abs(nearest.at - at) <= within ? nearest : undefined;
}

/** The band at a moment; of several, the one drawn on top. */
function bandAt({ bands }: Lane, at: number): LaneBand | undefined {
  return bands.findLast(({ from, to }) => at >= from && at < to);
}
