import { ActionIcon, Button } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRepeat,
  IconRewindBackward5,
  IconRewindForward5,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewAct } from '../reviewKey.ts';
import { RATES, type ReviewPlayer } from './createPlayer.ts';
import css from './PlayerControls.module.css';
import { PlayerTime } from './PlayerTime.tsx';

type Props = {
  readonly player: ReviewPlayer;
  readonly acts: Readonly<Record<ReviewAct, () => void>>;
  readonly canLoop: boolean;
  readonly children?: ReactNode;
};

/** The player's buttons, each with its key in the tooltip. */
export function PlayerControls({ player, acts, canLoop, children }: Props) {
  const { t } = useTranslation('review');
  const { isPlaying, rate, coachOn, loop } = useSyncExternalStore(player.subscribeStatus, player.status);
  return (
    <div className={css['controls']} role="group" aria-label={t('player.controls')}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t('player.back')}
        title={`${t('player.back')} (J)`}
        onClick={acts.back}
      >
        <IconRewindBackward5 size={20} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="filled"
        size="lg"
        radius="xl"
        aria-label={t(isPlaying ? 'player.pause' : 'player.play')}
        title={`${t(isPlaying ? 'player.pause' : 'player.play')} (${t('keys.space')})`}
        onClick={acts['play-pause']}
      >
        {isPlaying ? (
          <IconPlayerPauseFilled size={18} aria-hidden="true" />
        ) : (
          <IconPlayerPlayFilled size={18} aria-hidden="true" />
        )}
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t('player.forward')}
        title={`${t('player.forward')} (L)`}
        onClick={acts.forward}
      >
        <IconRewindForward5 size={20} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
      <PlayerTime player={player} />
      <select
        className={css['rate']}
        aria-label={t('player.rate')}
        title={`${t('player.rate')} (− =)`}
        value={rate}
        onChange={(event) => player.setRate(Number(event.currentTarget.value))}
      >
        {RATES.map((one) => (
          <option key={one} value={one}>
            {t('player.times', { rate: one })}
          </option>
        ))}
      </select>
      <Button
        size="compact-sm"
        variant={loop === null ? 'subtle' : 'light'}
        aria-pressed={loop !== null}
        disabled={!canLoop && loop === null}
        title={`${t('player.loop')} (O)`}
        leftSection={<IconRepeat size={16} stroke={1.5} aria-hidden="true" />}
        onClick={acts.loop}
      >
        {t('player.loop')}
      </Button>
      {player.hasCoach && (
        <Button
          size="compact-sm"
          variant={coachOn ? 'light' : 'subtle'}
          aria-pressed={coachOn}
          title={`${t('player.coach')} (C)`}
          leftSection={
            coachOn ? (
              <IconVolume size={16} stroke={1.5} aria-hidden="true" />
            ) : (
              <IconVolumeOff size={16} stroke={1.5} aria-hidden="true" />
            )
          }
          onClick={acts.coach}
        >
          {t('player.coach')}
        </Button>
      )}
      {children}
    </div>
  );
}
