import { Button } from '@mantine/core';
import {
  IconBadgeCc,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
} from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import { type ClipOffer } from '#shared/protocol/practice.ts';
import css from './ClipPlayer.module.css';
import type { ClipRun } from './clipRun.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

type Props = { readonly offer: ClipOffer; readonly clip: ClipRun; readonly onRestart: () => void };

/** The clip and its buttons. */
export function ClipPlayer({ offer, clip, onRestart }: Props) {
  const { t } = useTranslation('practice');
  const { attach, playOrPause, toggleSlow, toggleCaptions } = clip;
  const { isPlaying, isSlow, hasCaptions, isBroken, atMs } = useSyncExternalStore(clip.subscribe, clip.getSnapshot);
  return (
    <div className={css['player']}>
      <video
        ref={attach}
        className={css['video']}
        src={pathOf('clip:film', { clipId: offer.id })}
        aria-label={t('clip.label', { title: offer.title })}
        preload="auto"
        playsInline
        onClick={playOrPause}
      >
        <track
          kind="captions"
          srcLang="en"
          label={t('clip.captions')}
          src={pathOf('clip:captions', { clipId: offer.id })}
        />
      </video>
      {isBroken ? <p role="alert">{t('clip.failed')}</p> : null}
      <div className={css['buttons']}>
        <Button
          px="sm"
          variant="default"
          className={css['play']}
          leftSection={
            isPlaying ? (
              <IconPlayerPauseFilled size={16} aria-hidden="true" />
            ) : (
              <IconPlayerPlayFilled size={16} aria-hidden="true" />
            )
          }
          rightSection={
            <span aria-hidden="true">
              <KeyCap>{t('clip.space')}</KeyCap>
            </span>
          }
          onClick={playOrPause}
        >
          {t(isPlaying ? 'clip.pause' : 'clip.play')}
        </Button>
        <Button
          px="sm"
          variant="default"
          leftSection={<IconPlayerSkipBackFilled size={16} aria-hidden="true" />}
          onClick={onRestart}
        >
          {t('clip.restart')}
        </Button>
        <Button px="sm" variant={isSlow ? 'light' : 'default'} aria-pressed={isSlow} onClick={toggleSlow}>
          {t('clip.slow')}
        </Button>
        <Button
          px="sm"
          variant={hasCaptions ? 'light' : 'default'}
          aria-pressed={hasCaptions}
          leftSection={<IconBadgeCc size={18} stroke={1.5} aria-hidden="true" />}
          onClick={toggleCaptions}
        >
          {t('clip.captions')}
        </Button>
        <span className={css['time']}>
          {t('clip.time', { at: formatClock(atMs, 'up'), length: formatClock(offer.lengthMs, 'up') })}
        </span>
      </div>
    </div>
  );
}
