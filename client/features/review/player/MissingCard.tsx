import { Button } from '@mantine/core';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isWithdrawn } from '#shared/session/recording/recordingState.ts';
import { useReview } from '../reviewContext.ts';
import type { ReviewPlayer } from './createPlayer.ts';
import css from './PlayerView.module.css';
import type { SessionPlayer } from './usePlayer.ts';
import { whyMissing } from './whyMissing.ts';

/** Replaces the picture: says that none was recorded at this moment, why, and what playing does. */
export function MissingCard({ session }: { readonly session: SessionPlayer }) {
  const { player, recording, isWithheld, askAgain } = session;
  const { t } = useTranslation(['review', 'common']);
  const { review } = useReview();
  const { here, trouble } = useSyncExternalStore(player.subscribeStatus, player.status);
  const why = useMomentOf(player, (at) => {
    const missing = whyMissing(review.state, at, here === 'room' ? player.lacksAt(at) : []);
    return missing.is === 'ended' ? (`ended.${missing.why}` as const) : missing.is;
  });

  if (recording === 'asked') return null;
  if (recording === 'unknown') {
    return (
      <div className={css['missing']} role="alert">
        <p className={css['what']}>{t('player.unknown.what')}</p>
        <p className={css['why']}>{t('player.unknown.next')}</p>
        <Button size="sm" variant="default" onClick={askAgain}>
          {t('common:retry')}
        </Button>
      </div>
    );
  }
  if (trouble === 'unreadable') {
    return (
      <div className={css['missing']} role="alert">
        <p className={css['what']}>{t('player.unreadable.what')}</p>
        <p className={css['why']}>{t('player.unreadable.next')}</p>
      </div>
    );
  }
  const { recording: recorded } = review.state;
  const isShut = !player.hasRecording && recorded.spans.some((one) => isWithdrawn(recorded, one));
  if (isShut || why === 'withdrawn') {
    return (
      <div className={css['missing']}>
        <p className={css['what']}>{t('player.withdrawn')}</p>
        <p className={css['why']}>{t('player.why.withdrawn')}</p>
      </div>
    );
  }
  if (isWithheld && !player.hasRecording) {
    return (
      <div className={css['missing']}>
        <p className={css['what']}>{t('player.withheld.what')}</p>
        <p className={css['why']}>{t('player.withheld.why')}</p>
      </div>
    );
  }
  const none = why === 'no-picture' ? 'picture' : player.hasRecording ? 'both' : 'all';
  return (
    <div className={css['missing']} role="status">
      <p className={css['what']}>{t(here === 'coach' ? 'player.coachOnly' : `player.unrecorded.${none}`)}</p>
      <p className={css['why']}>{t(`player.why.${why}`)}</p>
      {here !== 'room' && <p className={css['why']}>{t(here === 'gap' ? 'player.goesOn' : 'player.byClock')}</p>}
    </div>
  );
}

/** A value that depends on the player's moment. Renders the caller only when the value changes. */
export function useMomentOf<T extends string | boolean>(player: ReviewPlayer, of: (at: number) => T): T {
  const subscribe = useCallback((listener: () => void) => player.subscribe(listener), [player]);
  return useSyncExternalStore(subscribe, () => of(player.now()));
}
