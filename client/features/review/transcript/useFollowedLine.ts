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
 * Keeps the line at the playhead in sight of its list. Answers with the chunk that it is in, which has to be drawn for that; undefined
 * while nothing is followed.
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

/** Scrolls the list, and nothing around it, once a row is not whole in its upper two thirds: what comes next is seen too. */
function keepInSight(list: HTMLElement, row: HTMLElement): void {
  const [seen, line] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  const top = line.top - seen.top;
  if (top >= 0 && top + line.height <= (seen.height * 2) / 3) return;
  list.scrollTop += top - seen.height / 4;
}
