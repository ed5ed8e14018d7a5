import { useTranslation } from 'react-i18next';
import { figuresOf, figureTexts } from '#shared/domain/criterionFigures.ts';
import type { ReportedCriterion } from './reportWords.ts';

type CriterionWords = {
  readonly actual: string;
  readonly goal: string;
  /** The result: met, or how much is missing. */
  readonly result: string;
  /** What is missing, as part of a sentence. */
  readonly missing: string;
};

/** A criterion's figures in words. Shares are percentages. */
export function useCriterionWords(): (criterion: ReportedCriterion) => CriterionWords {
  const { t } = useTranslation('report');
  return (criterion) => {
    const { bound, result } = criterion;
    const { missing: count, inPercent } = figuresOf(criterion);
    const { actual, goal } = figureTexts(criterion);
    const label = criterion.label.toLowerCase();
    const more = bound === 'at least';
    const row = inPercent ? (more ? 'row.morePoints' : 'row.fewerPoints') : more ? 'row.more' : 'row.fewer';
    const part = inPercent ? (more ? 'morePoints' : 'fewerPoints') : more ? 'more' : 'fewer';
    return {
      actual: actual ?? t('goal.nothing'),
      goal: t(more ? 'goal.atLeast' : 'goal.atMost', { goal }),
      result: result.is === 'not met' ? t(row, { count }) : t(`row.${result.is}`),
      missing: t(part, { count, label }),
    };
  };
}
