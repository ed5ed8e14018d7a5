import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/components/formatClock.ts';
import type { ReviewPlayer } from './createPlayer.ts';
import css from './PlayerControls.module.css';

/** How far one press of an arrow moves in the slider, in ms. */
const FINE_STEP_MS = 1_000;

/** The moment, and a slider over the session. Written straight to the page: nothing is drawn anew at each frame. */
export function PlayerTime({ player }: { readonly player: ReviewPlayer }) {
  const { t } = useTranslation('review');
  const slider = useRef<HTMLInputElement>(null);
  const clock = useRef<HTMLSpanElement>(null);
  const length = formatClock(player.endsAt, 'up');

  useEffect(() => {
    const show = () => {
      const now = player.now();
      const said = formatClock(now, 'up');
      if (clock.current !== null && clock.current.textContent !== said) {
        clock.current.textContent = said;
        slider.current?.setAttribute('aria-valuetext', said);
      }
      if (slider.current !== null) slider.current.value = String(Math.round(now));
    };
    show();
    return player.subscribe(show);
  }, [player]);

  return (
    <>
      <input
        ref={slider}
        type="range"
        className={css['slider']}
        aria-label={t('player.slider')}
        min={0}
        max={Math.round(player.endsAt)}
        step={FINE_STEP_MS}
        defaultValue={0}
        onInput={(event) => player.seek(Number(event.currentTarget.value))}
      />
      <p className={css['time']}>
        <span ref={clock}>0:00</span>
        <span className={css['length']}>
          {' / '}
          {length}
        </span>
      </p>
    </>
  );
}
