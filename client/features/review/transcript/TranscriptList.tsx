import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranscriptLine } from '#shared/session/review/transcriptLine.ts';
import { LineChunk } from './LineChunk.tsx';
import css from './TranscriptList.module.css';
import type { TranscriptPanelProps } from './transcriptProps.ts';
import { useFollowedLine } from './useFollowedLine.ts';

const CHUNK = 40;
const PAGE = 10;

type Props = Pick<TranscriptPanelProps, 'lines' | 'program' | 'now' | 'onPlay' | 'onWrite'> & {
  /** Whether the line at the playhead is kept in view. Scrolling by hand turns it off. */
  readonly isFollowing: boolean;
  readonly onStopFollowing: () => void;
};

/**
 * The lines, drawn in groups only near the view, so that thousands cost no more than a hundred. One Tab stop: arrow
 * keys move between lines, Enter plays.
 */
export function TranscriptList({ lines, isFollowing, onStopFollowing, ...line }: Props) {
  const { t } = useTranslation('transcript');
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string>();
  const [writing, setWriting] = useState<string>();
  const toFocus = useRef<string>(undefined);
  const chunks = useMemo(() => chunksOf(lines), [lines]);
  const activeIndex = Math.max(
    0,
    lines.findIndex(({ key }) => key === active),
  );

  // While somebody writes in a line, the list does not scroll.
  const followed = useFollowedLine({
    ...{ lines, now: line.now, list, chunk: CHUNK },
    isFollowing: isFollowing && writing === undefined,
  });

  useEffect(() => {
    if (toFocus.current === undefined) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(toFocus.current)}"]`);
    toFocus.current = undefined;
    row?.focus();
  });

  function goTo(index: number) {
    const line = lines[Math.max(0, Math.min(index, lines.length - 1))];
    toFocus.current = line?.key;
    setActive(line?.key);
    onStopFollowing();
  }

  const isHere = (chunk: number) => Math.floor(activeIndex / CHUNK) === chunk;

  const openForm = useCallback((key: string | undefined, back?: string) => {
    setWriting(key);
    if (back !== undefined) toFocus.current = back;
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const isOnLine = event.target instanceof HTMLElement && event.target.dataset['line'] !== undefined;
    const next = isOnLine ? nextIndex(event.key, activeIndex, lines.length) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(next);
  }

  return (
    <div
      ref={list}
      className={css['list']}
      role="list"
      aria-label={t('lines')}
      onKeyDown={onKeyDown}
      onWheel={onStopFollowing}
      onTouchMove={onStopFollowing}
      // The scroll bar: on a line, the line would be the target.
      onPointerDown={({ target, currentTarget }) => target === currentTarget && onStopFollowing()}
      data-transcript
    >
      {chunks.map((chunk, index) => (
        <LineChunk
          key={index}
          {...line}
          lines={chunk}
          first={index * CHUNK}
          total={lines.length}
          nextAt={chunks[index + 1]?.[0]?.at ?? Infinity}
          isForced={isHere(index) || index === followed}
          activeKey={isHere(index) ? lines[activeIndex]?.key : undefined}
          writingKey={writing}
          onActive={setActive}
          onWriting={openForm}
        />
      ))}
    </div>
  );
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + PAGE;
    case 'PageUp':
      return index - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function chunksOf(lines: readonly TranscriptLine[]): readonly (readonly TranscriptLine[])[] {
  return Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, index) =>
    lines.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
