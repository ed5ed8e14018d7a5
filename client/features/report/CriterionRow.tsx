import { useTranslation } from 'react-i18next';
import { figuresOf } from '#shared/domain/criterionFigures.ts';
import { Why } from '#client/ui/Why.tsx';
import css from './CriterionRow.module.css';
import { useCriterionWords } from './useCriterionWords.ts';
import type { ReportedCriterion } from './reportWords.ts';

type Props = {
  readonly criterion: ReportedCriterion;
};

const RESULTS = {
  met: 'met',
  'not met': 'missing',
  'not applicable': 'unjudged',
  'not assessable': 'unjudged',
} as const;

/** A criterion: its figure, a bar with a goal line, and what is missing. */
export function CriterionRow({ criterion }: Props) {
  const { t } = useTranslation('report');
  const { label, rule, goalOrigin, result } = criterion;
  const { actual, goal } = figuresOf(criterion);
  const words = useCriterionWords()(criterion);
  const found = actual ?? 0;
  const scale = Math.max(goal * 1.5, found, 1);
  return (
    <li className={css['criterion']} data-result={RESULTS[result.is]}>
      <span className="strong">
        {label}
        {'\u00a0'}
        <Why
          rule={rule}
          about={label}
          figures={t('goal.found', { actual: words.actual, goal: words.goal })}
          origin={goalOrigin}
        />
      </span>
      <span className={css['figures']}>
        <strong>{words.actual}</strong> {words.goal}
      </span>
      <span className={css['track']} aria-hidden="true">
        <span className={css['bar']} style={{ width: `${(100 * found) / scale}%` }} />
        <span className={css['goal']} style={{ insetInlineStart: `${(100 * goal) / scale}%` }} />
      </span>
      <span className={css['result']}>{words.result}</span>
    </li>
  );
}
