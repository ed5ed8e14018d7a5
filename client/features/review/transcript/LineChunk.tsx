import { memo, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { TranscriptLine } from '#shared/session/review/transcriptLine.ts';
import { lineAtPlayhead } from './lineAtPlayhead.ts';
import { TranscriptRow } from './TranscriptRow.tsx';
import type { TranscriptPanelProps } from './transcriptProps.ts';

/** The estimated height of a line before it was seen, in px. */
const LINE_PX = 40;
/** How far beyond the view lines are drawn. */
const NEAR = '600px 0px';

type Props = Pick<TranscriptPanelProps, 'program' | 'now' | 'onPlay' | 'onWrite'> & {
  readonly lines: readonly TranscriptLine[];
  /** The index of the first line in the whole list. */
  readonly first: number;
  readonly total: number;
  /** When the line after them begins. */
  readonly nextAt: number;
  /** Always drawn, because it contains the focused line. */
  readonly isForced: boolean;
  readonly activeKey: string | undefined;
  readonly writingKey: string | undefined;
  readonly onActive: (key: string) => void;
  readonly onWriting: (key: string | undefined, back?: string) => void;
};

/** A group of lines, or an empty space far from the view. Rendered again when the playhead reaches another line. */
export const LineChunk = memo(function LineChunk({ lines, first, total, nextAt, isForced, now, ...row }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { isNear, height } = useNearness(place, first === 0, lines.length * LINE_PX);
  const nowKey = useSyncExternalStore(now.subscribe, () => lineAtPlayhead(lines, nextAt, now.now()));
  const isShown = isNear || isForced;
  return (
    <div ref={place} role="presentation" style={isShown ? undefined : { height }}>
      {isShown &&
        lines.map((line, index) => (
          <TranscriptRow
            key={line.key}
            line={line}
            place={first + index + 1}
            total={total}
            isNow={line.key === nowKey}
            isActive={line.key === row.activeKey}
            isWriting={line.key === row.writingKey}
            program={row.program}
            onPlay={row.onPlay}
            onWrite={row.onWrite}
            onActive={row.onActive}
            onWriting={row.onWriting}
          />
        ))}
    </div>
  );
});

type Nearness = { readonly isNear: boolean; readonly height: number };

/** Whether this is near the view of its list, and its height when it last was. */
function useNearness(place: RefObject<HTMLElement | null>, isFirst: boolean, height: number): Nearness {
  const [nearness, setNearness] = useState({ isNear: isFirst || !canObserve(), height });
  useEffect(() => {
    const element = place.current;
    if (element === null || !canObserve()) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        const { isIntersecting, boundingClientRect } = entry;
        setNearness((before) =>
          isIntersecting
            ? { ...before, isNear: true }
            : { isNear: false, height: boundingClientRect.height || before.height },
        );
      },
      { root: element.closest('[data-transcript]'), rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return nearness;
}

function canObserve(): boolean {
  return typeof IntersectionObserver !== 'undefined';
}
