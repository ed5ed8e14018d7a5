import css from './Clock.module.css';
import { formatClock } from './formatClock.ts';

type Props = {
  readonly ms: number;
  readonly counts: 'up' | 'down';
  /** What this clock tells, for screen readers. */
  readonly label: string;
  readonly size?: 'text' | 'large' | 'title' | 'display';
  /** Standing still: shown quieter. */
  readonly still?: boolean;
};

/** Minutes and seconds in figures that never move. It is not announced as it runs; milestones are the screen's to say. */
export function Clock({ ms, counts, label, size = 'large', still = false }: Props) {
  const classes = [css['clock'], css[size], still ? css['still'] : ''];
  return (
    <span role="timer" aria-live="off" aria-label={label} className={classes.join(' ')}>
      {formatClock(ms, counts)}
    </span>
  );
}
