import type { CodeTone, Valence } from '#shared/domain/programs/program.ts';
import css from './CodeChip.module.css';
import { codeTone } from './codeTone.ts';

type Props = {
  readonly code: string;
  readonly valence: Valence;
  /** The color that the program gives the code, if any. */
  readonly tone?: CodeTone | undefined;
  /** The code's full name, for a tooltip and for screen readers. */
  readonly name?: string | undefined;
  readonly size?: 'small' | 'normal' | 'large';
  /** Undone: still readable, but struck through and pale. */
  readonly undone?: boolean;
  /** A sign at its corner: there is more to know about this code. */
  readonly mark?: '?' | '+' | '!' | undefined;
};

/** A code by letter, shape and color: round is to do, cut corners are to avoid, square is neutral. */
export function CodeChip({ code, valence, tone, name, size = 'normal', undone = false, mark }: Props) {
  const classes = [css['chip'], css[valence], css[codeTone(tone, valence)], css[size], undone ? css['undone'] : ''];
  const chip = (
    <abbr className={classes.join(' ')} title={name} aria-label={name}>
      {code}
    </abbr>
  );
  if (mark === undefined) return chip;
  return (
    <span className={css['marked']}>
      {chip}
      <span className={css['mark']} aria-hidden>
        {mark}
      </span>
    </span>
  );
}
