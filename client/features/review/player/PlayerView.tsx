import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useReview } from '../reviewContext.ts';
import { MissingCard, useMomentOf } from './MissingCard.tsx';
import css from './PlayerView.module.css';
import type { SessionPlayer } from './usePlayer.ts';

/** The recorded room. Where nothing was recorded, it says what is missing and why. */
export function PlayerView({ session }: { readonly session: SessionPlayer }) {
  const { player } = session;
  const { t } = useTranslation('review');
  const { review } = useReview();
  const video = useRef<HTMLVideoElement>(null);
  const audio = useRef<HTMLAudioElement>(null);
  const held = useRef<HTMLCanvasElement>(null);
  const { here, isOpening, trouble } = useSyncExternalStore(player.subscribeStatus, player.status);

  useEffect(() => {
    const [room, canvas, coach] = [video.current, held.current, audio.current];
    if (room === null || canvas === null || coach === null) return;
    const letGo = [player.attachRoom(room, () => holdFrame(room, canvas)), player.attachCoach(coach)];
    return () => {
      for (const release of letGo) release();
    };
  }, [player]);

  const lacks = useMomentOf(player, (at) => player.lacksAt(at).join(' '));
  const shows = here === 'room' && trouble !== 'unreadable' && !lacks.startsWith('picture');
  return (
    <section className={css['view']} aria-label={t('player.label')}>
      <video
        ref={video}
        className={css['video']}
        data-shown={shows && !isOpening}
        aria-label={t('player.room', { family: review.session.familyName })}
        preload="auto"
        playsInline
        onClick={() => (player.isPlaying() ? player.pause() : player.play())}
      />
      <canvas ref={held} className={css['held']} data-shown={shows && isOpening} aria-hidden="true" />
      <audio ref={audio} preload="auto" />
      {!shows && <MissingCard session={session} />}
      {(trouble === 'needs-press' || (shows && lacks === 'sound')) && (
        <p role="status" className={css['note']}>
          {trouble === 'needs-press'
            ? t('player.needsPress')
            : `${t('player.unrecorded.sound')}. ${t('player.why.no-sound')}`}
        </p>
      )}
    </section>
  );
}

/** Keeps the last frame visible while another file opens, so that a jump does not flash black. */
function holdFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
  if (video.videoWidth === 0) return;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
}
