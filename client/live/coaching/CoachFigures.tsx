import { useTranslation } from 'react-i18next';
import { COACH_BANDS, type CoachBand, type CoachFigure, placeInBand } from '#shared/domain/coaching/coachBands.ts';
import { ANSWER_WITHIN_MS, REUSE_WITHIN_MS, type CoachMetrics } from '#shared/domain/coaching/coachMetrics.ts';
import { Why } from '#client/ui/Why.tsx';
import styles from './CoachFigures.module.css';
import { figureDigits } from './coachFigureWords.ts';

/** The times that the labels mention. */
const WITHIN = { answerSeconds: ANSWER_WITHIN_MS / 1_000, reuseSeconds: REUSE_WITHIN_MS / 1_000 };

/** Coaching figures, each with its range if it has one. Information only, never a gate. Rule TPC7. */
export function CoachFigures({ metrics }: { readonly metrics: CoachMetrics }) {
  return (
    <dl>
      {COACH_BANDS.map((band) => (
        <Figure key={band.figure} band={band} value={metrics[band.figure]} />
      ))}
    </dl>
  );
}

function Figure({ band, value }: { readonly band: CoachBand; readonly value: number | null }) {
  const { t } = useTranslation('coaching');
  const { figure } = band;
  const place = placeInBand(value, band);
  const inWords = useFigureWords();
  const range = useRangeWords()(band);
  const label = t(`${figure}.label`, WITHIN);
  const found = value === null ? t('none') : inWords(figure, value);
  return (
    <div className={styles['figure']} data-place={place}>
      <dt>
        {label} <Why rule={band.rule} about={label} figures={found} />
      </dt>
      <dd>
        <strong>{found}</strong>
        {range !== undefined && (
          <span className={styles['range']}>
            {place === undefined || place === 'within' ? range : `${t(`look.${place}`)} ${range}`}
          </span>
        )}
      </dd>
    </div>
  );
}

function useFigureWords(): (figure: CoachFigure, value: number) => string {
  const { t } = useTranslation('coaching');
  return (figure, value) => t(`${figure}.value`, { digits: figureDigits(figure, value) });
}

function useRangeWords(): (band: CoachBand) => string | undefined {
  const { t } = useTranslation('coaching');
  const inWords = useFigureWords();
  return ({ figure, from, to }) => {
    if (to === undefined) return undefined;
    if (from === undefined) return t('range.atMost', { to: inWords(figure, to) });
    return t('range.between', { from: figureDigits(figure, from), to: inWords(figure, to) });
  };
}
