import type { CoachFigure } from '#shared/domain/coaching/coachBands.ts';
import { formatClock } from '#client/ui/formatClock.ts';

const SCALES = {
  perMinute: { factor: 1, decimals: 1 },
  responsiveShare: { factor: 100, decimals: 0 },
  correctiveToPraise: { factor: 1, decimals: 2 },
  medianLagMs: { factor: 0.001, decimals: 1 },
  answeredShare: { factor: 100, decimals: 0 },
  reuseShare: { factor: 100, decimals: 0 },
} as const;

/** A figure without its unit: shares as percentages, times in seconds, no meaningless digits. */
export function figureDigits(figure: CoachFigure, value: number): string {
  if (figure === 'longestSilenceMs' || figure === 'talkOverMs') return formatClock(value, 'up');
  const { factor, decimals } = SCALES[figure];
  return (value * factor).toLocaleString('en', { maximumFractionDigits: decimals });
}
