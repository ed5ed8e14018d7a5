import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import css from './LevelBar.module.css';
import { levelWord } from './levelWord.ts';

type Props = {
  /** The level now, from 0 to 1. Called once per frame; must be cheap. */
  readonly read: () => number;
  readonly label: string;
};

/** How often the text for screen readers follows the bar. */
const WORDS_EVERY_MS = 500;

/** A level, drawn once per frame without rendering React. */
export function LevelBar({ read, label }: Props) {
  const { t } = useTranslation();
  const meter = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let frame = 0;
    let saidAt = -WORDS_EVERY_MS;
    const draw = (now: number) => {
      const level = Math.min(1, Math.max(0, read()));
      if (bar.current !== null) bar.current.style.transform = `scaleX(${level.toFixed(3)})`;
      if (now - saidAt >= WORDS_EVERY_MS && meter.current !== null) {
        saidAt = now;
        meter.current.setAttribute('aria-valuenow', String(Math.round(level * 100)));
        meter.current.setAttribute('aria-valuetext', t(`level.${levelWord(level)}`));
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [read, t]);

  return (
    <div
      ref={meter}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      className={css['meter']}
    >
      <div ref={bar} className={css['bar']} />
    </div>
  );
}
