import { type RefObject, useEffect, useSyncExternalStore } from 'react';
import type { TranscriptLine } from '#shared/session/review/transcriptLine.ts';
import { lineAtPlayhead } from './lineAtPlayhead.ts';
import type { TranscriptPanelProps } from './transcriptProps.ts';

type Followed = Pick<TranscriptPanelProps, 'lines' | 'now'> & {
  readonly list: RefObject<HTMLElement | null>;
  readonly isFollowing: boolean;
  readonly chunk: number;
};

/**
 * Keeps the line at the playhead in view of its list. Returns the group that contains it, which must be drawn;
 * undefined while not following.
 */
export function useFollowedLine({ lines, now, list, isFollowing, chunk }: Followed): number | undefined {
  const placeNow = () => {
    const key = isFollowing ? lineAtPlayhead(lines, Infinity, now.now()) : undefined;
    return key === undefined ? undefined : lines.findIndex((line) => line.key === key);
  };
  const place = useSyncExternalStore(now.subscribe, placeNow);

  useEffect(() => {
    const line: TranscriptLine | undefined = place === undefined ? undefined : lines[place];
    const row = line && list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(line.key)}"]`);
    if (list.current && row) keepInSight(list.current, row);
  }, [list, lines, place]);

  return place === undefined ? undefined : Math.floor(place / chunk);
}

/** Scrolls only the list, once a row leaves its upper two thirds, so that the next lines are visible too. */
function keepInSight(list: HTMLElement, row: HTMLElement): void {
  const [seen, line] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  const top = line.top - seen.top;
  if (top >= 0 && top + line.height <= (seen.height * 2) / 3) return;
  list.scrollTop += top - seen.height / 4;
}
