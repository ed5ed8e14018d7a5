import { useTranslation } from 'react-i18next';
import css from './CriterionRow.module.css';
import type { ReportedCriterion } from './reportWords.ts';

type Props = {
  readonly criterion: ReportedCriterion;
  /** Whether enough was coded to say that a criterion is met. */
  readonly judged: boolean;
};

/** A criterion: the count against its goal as a figure and as a bar with the goal as a line, and what is missing. */
export function CriterionRow({ criterion, judged }: Props) {
  const { t } = useTranslation('report');
  const { label, bound, goal, met, missing } = criterion;
  const actual = criterion.actual ?? 0;
  const scale = Math.max(goal * 1.5, actual, 1);
  const result = met ? t('row.met') : t(bound === 'at least' ? 'row.more' : 'row.fewer', { count: missing });
  return (
    <li className={css['criterion']} data-result={judged ? (met ? 'met' : 'missing') : 'unjudged'}>
      <span className={css['label']}>{label}</span>
      <span className={css['figures']}>
        <strong>{actual}</strong> {t(bound === 'at least' ? 'goal.atLeast' : 'goal.atMost', { goal })}
      </span>
      <span className={css['track']} aria-hidden="true">
        <span className={css['bar']} style={{ width: `${(100 * actual) / scale}%` }} />
        <span className={css['goal']} style={{ insetInlineStart: `${(100 * goal) / scale}%` }} />
      </span>
      <span className={css['result']}>{judged ? result : t('row.unjudged')}</span>
    </li>
  );
}
