import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import type { ChartData } from '#client/ui/charts/chart.ts';
import { LinesChart } from '#client/ui/charts/LinesChart.tsx';
import { AssumedSign } from '#client/ui/AssumedSign.tsx';
import { Why } from '#client/ui/Why.tsx';
import { formatDayMonth } from '#client/i18n/formatWhen.ts';
import { percentOf, percentText } from '#shared/domain/criterionFigures.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { AGREEMENT_PASSES } from '#shared/domain/reliability/bands.ts';
import type { CodingMedium, ComparedWindow } from '#shared/domain/reliability/coderTrend.ts';
import css from './CoderTrend.module.css';
import { CountCorrelations } from './CountCorrelations.tsx';

type CoderTrendProps = {
  readonly coder: string;
  /** The windows of this program that somebody else coded too, oldest first. */
  readonly windows: readonly ComparedWindow[];
  readonly program: Program;
};

const MEDIA: readonly CodingMedium[] = ['live', 'live and recorded', 'recorded'];
const GOAL = percentOf(AGREEMENT_PASSES);

/** A coder's agreement with others over sessions, with the pass line, and the correlation of their counts. */
export function CoderTrend({ coder, windows, program }: CoderTrendProps) {
  const { t } = useTranslation('reliability');
  const data = useTrendChart(coder, windows);
  if (windows.length === 0) return <p>{t('trend.nothing', { coder })}</p>;
  return (
    <div className={css['trend']}>
      <LinesChart data={data}>
        <p className={css['about']}>
          {t('trend.passes', { goal: GOAL })} <AssumedSign />{' '}
          <Why rule="REL2" about={t('headline.goal', { goal: GOAL })} />{' '}
          {windows.every(({ independent }) => independent) ? '' : t('trend.hollow')}
        </p>
      </LinesChart>
      <CountCorrelations windows={windows} program={program} />
    </div>
  );
}

function useTrendChart(coder: string, windows: readonly ComparedWindow[]): ChartData {
  const { t } = useTranslation('reliability');
  const { dayOf } = useClinicTime();
  return {
    title: t('trend.label', { coder }),
    places: windows.map(({ startedAt }) => formatDayMonth(dayOf(startedAt))),
    series: MEDIA.filter((medium) => windows.some((window) => window.medium === medium)).map((medium) => ({
      id: medium,
      label: t(`trend.series.${medium}`),
      short: t(`trend.short.${medium}`),
      values: windows.map((window) => (window.medium === medium ? window.eventAgreement : null)),
    })),
    lines: [{ value: AGREEMENT_PASSES, label: t('trend.passes', { goal: GOAL }) }],
    upTo: 1,
    format: percentText,
    isHollow: (place) => windows[place]?.independent === false,
    remarks: {
      heading: t('trend.independence'),
      at: windows.map(({ independent }) => t(independent ? 'trend.yes' : 'trend.no')),
    },
  };
}
