import type { ReviewCode } from '../codes/reviewCodes.ts';
import type { Player } from '../reviewContext.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import type { Lane, LaneMark } from './lane.ts';
import type { LaneBoard } from './laneBoard.ts';
import { nearestMark } from './pointedAt.ts';

/** The zoom factor of one press. */
export const ZOOM_STEP = 0.7;

type LaneKeys = {
  readonly lanes: readonly Lane[];
  readonly board: Pick<LaneBoard, 'zoomAbout' | 'fit'>;
  readonly picked: ReviewCode | undefined;
  readonly onPick: (code: ReviewCode) => void;
  readonly player: Pick<Player, 'now' | 'playAround'>;
};

/** Handles a key while the rows have the focus. Returns false if the key does nothing. */
export function laneKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, keys: LaneKeys): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const { board, picked, player } = keys;
  switch (key) {
    case '+':
    case '=':
      board.zoomAbout(ZOOM_STEP);
      return true;
    case '-':
      board.zoomAbout(1 / ZOOM_STEP);
      return true;
    case '0':
      board.fit(undefined);
      return true;
    case 'Enter':
      if (picked !== undefined) player.playAround(picked.at);
      return picked !== undefined;
    case 'ArrowRight':
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = codeTowards(key, keys);
      if (next !== undefined) keys.onPick(next);
      return true;
    }
    default:
      return false;
  }
}

/** The code before or after the selected one in its row, or the nearest in time in the next row that has any. */
function codeTowards(key: string, { lanes, picked, player }: LaneKeys): ReviewCode | undefined {
  const rows = lanes.map(({ marks }) => marks.flatMap(codeOf)).filter((codes) => codes.length > 0);
  const row = Math.max(
    rows.findIndex((codes) => codes.some(({ codeId }) => codeId === picked?.codeId)),
    0,
  );
  const codes = rows[row] ?? [];
  const at = picked?.at ?? player.now();
  if (picked === undefined)
    return codes[
      Math.min(
        firstAtLeast(codes, at, (code) => code.at),
        codes.length - 1,
      )
    ];
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const place = codes.findIndex(({ codeId }) => codeId === picked.codeId);
    return codes[place + (key === 'ArrowRight' ? 1 : -1)];
  }
  const other = rows[row + (key === 'ArrowDown' ? 1 : -1)] ?? [];
  const nearest = nearestMark({ marks: other.map((code) => ({ is: 'code', at: code.at, code })) }, at, Infinity);
  return nearest?.is === 'code' ? nearest.code : undefined;
}

function codeOf(mark: LaneMark): ReviewCode[] {
  return mark.is === 'code' ? [mark.code] : [];
}
