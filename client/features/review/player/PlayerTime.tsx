import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import type { ReviewPlayer } from './createPlayer.ts';
import css from './PlayerControls.module.css';
import { UnrecordedMarks } from './UnrecordedMarks.tsx';
import { unrecordedWords } from './unrecordedWords.ts';

/** How far one arrow key moves the slider, in ms. */
const FINE_STEP_MS = 1_000;

/** The moment, and a slider that marks unrecorded parts. Written to the DOM directly, without rendering each frame. */
export function PlayerTime({ player }: { readonly player: ReviewPlayer }) {
  const { t } = useTranslation('review');
  const slider = useRef<HTMLInputElement>(null);
  const clock = useRef<HTMLSpanElement>(null);
  const listId = useId();
  const length = formatClock(player.endsAt, 'up');

  useEffect(() => {
    const show = () => {
      const now = player.now();
      const time = formatClock(now, 'up');
      if (clock.current !== null && clock.current.textContent !== time) clock.current.textContent = time;
      if (slider.current === null) return;
      const lacks = player.hasRecording ? player.lacksAt(now) : [];
      const what = unrecordedWords(lacks);
      const said =
        what === undefined ? time : t('player.unrecorded.at', { time, what: t(`player.unrecorded.${what}`) });
      if (slider.current.getAttribute('aria-valuetext') !== said) slider.current.setAttribute('aria-valuetext', said);
      slider.current.value = String(Math.round(now));
    };
    show();
    return player.subscribe(show);
  }, [player, t]);

  return (
    <>
      <div className={css['track']}>
        <input
          ref={slider}
          type="range"
          className={css['slider']}
          aria-label={t('player.slider')}
          aria-describedby={player.unrecorded.length > 0 ? listId : undefined}
          min={0}
          max={Math.round(player.endsAt)}
          step={FINE_STEP_MS}
          defaultValue={0}
          onInput={(event) => player.seek(Number(event.currentTarget.value))}
        />
        {player.unrecorded.length > 0 && (
          <UnrecordedMarks id={listId} spans={player.unrecorded} endsAt={player.endsAt} />
        )}
      </div>
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
