import { ActionIcon, Progress } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconRewindBackward5 } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import type { Span } from '#shared/domain/codingWindow.ts';
import type { ReviewPlayer } from '../player/createPlayer.ts';
import css from './BlindCoding.module.css';
import type { SpanRun } from './useSpan.ts';

type Props = { readonly run: SpanRun; readonly player: ReviewPlayer; readonly span: Span };

/** Play, back, and the position in the window. */
export function SpanControls({ run, player, span: [from, to] }: Props) {
  const { t } = useTranslation('blindCoding');
  const seconds = useSyncExternalStore(player.subscribe, () => Math.floor((player.now() - from) / 1_000));
  const at = Math.min(Math.max(seconds * 1_000, 0), to - from);
  const words = t('at', { at: formatClock(at, 'up'), length: formatClock(to - from, 'up') });
  return (
    <div className={css['controls']}>
      <div className={css['buttons']}>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('back')}
          aria-keyshortcuts="ArrowLeft"
          title={`${t('back')} (←)`}
          onClick={run.back}
        >
          <IconRewindBackward5 size={20} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="filled"
          size="lg"
          radius="xl"
          aria-label={t(run.isPlaying ? 'pause' : 'play')}
          title={`${t(run.isPlaying ? 'pause' : 'play')} (${t('space')})`}
          onClick={run.playOrPause}
        >
          {run.isPlaying ? (
            <IconPlayerPauseFilled size={18} aria-hidden="true" />
          ) : (
            <IconPlayerPlayFilled size={18} aria-hidden="true" />
          )}
        </ActionIcon>
        <Progress.Root className={css['progress']} size="sm">
          <Progress.Section value={(at / (to - from)) * 100} aria-label={t('progress')} aria-valuetext={words} />
        </Progress.Root>
        <span className="figures">{words}</span>
      </div>
      <p className="quiet small">{t('backHint')}</p>
    </div>
  );
}
