import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import type { TranscriptLine } from '#shared/session/review/transcriptLine.ts';
import { LineBody } from './LineBody.tsx';
import { LineSign } from './LineSign.tsx';
import css from './TranscriptRow.module.css';
import type { TranscriptPanelProps } from './transcriptProps.ts';
import { WriteForm } from './WriteForm.tsx';
import { utteranceOn } from './utteranceOn.ts';

type Props = Pick<TranscriptPanelProps, 'program' | 'onPlay' | 'onWrite'> & {
  readonly line: TranscriptLine;
  /** From 1, of `total`. */
  readonly place: number;
  readonly total: number;
  readonly isNow: boolean;
  readonly isActive: boolean;
  readonly isWriting: boolean;
  readonly onActive: (key: string) => void;
  /** Opens the form on a line, or closes it and moves the focus back to a line. */
  readonly onWriting: (key: string | undefined, back?: string) => void;
};

/** One line: when, what, and who said it. A click or Enter plays it. */
export const TranscriptRow = memo(function TranscriptRow({ line, place, total, isNow, isActive, ...row }: Props) {
  const { t } = useTranslation('transcript');
  const { program, onPlay, onWrite, onActive, onWriting, isWriting } = row;
  const utterance = onWrite && utteranceOn(line);
  const isGone = line.type === 'code' && (line.standing.is === 'undone' || line.standing.is === 'struck');
  return (
    <div
      className={css['row']}
      role="listitem"
      aria-posinset={place}
      aria-setsize={total}
      aria-current={isNow || undefined}
      data-type={line.type}
      data-gone={isGone}
    >
      <button
        type="button"
        className={css['play']}
        data-line={line.key}
        tabIndex={isActive ? 0 : -1}
        onFocus={() => onActive(line.key)}
        onClick={() => onPlay(line.at)}
      >
        <span className={css['time']}>{formatClock(line.at, 'up')}</span>
        <span className={css['sign']}>
          <LineSign line={line} program={program} />
        </span>
        <span className={css['body']}>
          <LineBody line={line} program={program} />
        </span>
      </button>
      {utterance !== undefined && !isWriting && (
        <ActionIcon
          className={css['write']}
          variant="subtle"
          size={32}
          tabIndex={isActive ? 0 : -1}
          aria-label={t(utterance.text === '' ? 'write.add' : 'write.change', { time: formatClock(line.at, 'up') })}
          onClick={() => onWriting(line.key)}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      )}
      {utterance !== undefined && isWriting && onWrite !== undefined && (
        <WriteForm utterance={utterance} onWrite={onWrite} onDone={() => onWriting(undefined, line.key)} />
      )}
    </div>
  );
});
