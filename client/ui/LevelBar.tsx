import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import css from './LevelBar.module.css';
import { levelWord } from './levelWord.ts';

type Props = {
  /** Measures the level now, from 0 to 1. */
  readonly read: () => number;
  readonly label: string;
};

/** Ten times a second reads as motion. Once per frame, the bar alone took a tenth of a slow laptop's processor. */
const DRAW_EVERY_MS = 100;

/** How often the text for screen readers follows the bar. */
const WORDS_EVERY_MS = 500;

/** A level, drawn without rendering React. */
export function LevelBar({ read, label }: Props) {
  const { t } = useTranslation();
  const meter = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let untilWords = 0;
    const drawing = setInterval(() => {
      if (document.hidden) return;
      const level = Math.min(1, Math.max(0, read()));
      if (bar.current !== null) bar.current.style.transform = `scaleX(${level.toFixed(2)})`;
      untilWords -= DRAW_EVERY_MS;
      if (untilWords > 0 || meter.current === null) return;
      untilWords = WORDS_EVERY_MS;
      meter.current.setAttribute('aria-valuenow', String(Math.round(level * 100)));
      meter.current.setAttribute('aria-valuetext', t(`level.${levelWord(level)}`));
    }, DRAW_EVERY_MS);
    return () => clearInterval(drawing);
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
