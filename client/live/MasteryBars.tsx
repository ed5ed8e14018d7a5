import { useTranslation } from 'react-i18next';
import { isAtGoal, type ScoredCriterion } from '#shared/domain/mastery.ts';
import { Why } from '#client/ui/Why.tsx';
import { type Figures, figuresOf, figureTexts } from '#shared/domain/criterionFigures.ts';
import styles from './MasteryBars.module.css';

/** The position of the goal line in a bar: to be reached, or not to be exceeded. */
const GOAL_AT = { 'at least': 0.8, 'at most': 0.5 } as const;

/** Up to this many criteria are shown large; more are smaller. */
const LARGE = 4;

type MasteryBarsProps = { readonly criteria: readonly ScoredCriterion[]; readonly isCrowded: boolean };

/** The criteria of a window as bars with a goal line. What is missing is readable from two meters away. */
export function MasteryBars({ criteria, isCrowded }: MasteryBarsProps) {
  return (
    <ul className={styles['bars']} data-dense={isCrowded || criteria.length > LARGE}>
      {criteria.map((criterion) => (
        <Bar key={criterion.rule} criterion={criterion} />
      ))}
    </ul>
  );
}

function Bar({ criterion }: { readonly criterion: ScoredCriterion }) {
  const { t } = useTranslation('console');
  const { rule, label, short, bound, goalOrigin } = criterion;
  const figures = figuresOf(criterion);
  const verdict = useVerdict(criterion, figures);
  const texts = figureTexts(criterion);
  const figure = texts.actual ?? '–';
  const goalAt = GOAL_AT[bound];
  const share = figures.goal === 0 ? Number((figures.actual ?? 0) > 0) * 2 : (figures.actual ?? 0) / figures.goal;
  const filled = Math.min(1, share * goalAt);
  return (
    <li className={styles['bar']} data-bound={bound} data-met={isAtGoal(criterion)} data-any={figures.actual !== null}>
      <span className={styles['label']} title={label}>
        <span aria-hidden>{short}</span>
        <Why
          rule={rule}
          about={label}
          figures={t(bound === 'at least' ? 'mastery.atLeast' : 'mastery.atMost', { actual: figure, goal: texts.goal })}
          origin={goalOrigin}
        />
      </span>
      <span className={styles['verdict']} aria-hidden>
        {verdict}
      </span>
      <span className={styles['actual']} data-percent={figures.inPercent} aria-hidden>
        {figure}
      </span>
      <span className={styles['track']} role="img" aria-label={t('mastery.bar', { label, actual: figure, verdict })}>
        <span className={styles['fill']} style={{ width: `${filled * 100}%` }} />
        <span className={styles['goal']} style={{ left: `${goalAt * 100}%` }} />
      </span>
    </li>
  );
}

function useVerdict(criterion: ScoredCriterion, { actual, goal, missing, inPercent }: Figures): string {
  const { t } = useTranslation('console');
  const { bound, result } = criterion;
  if (result.is === 'not applicable') return t('mastery.didNotComeUp');
  if (actual === null) return t('mastery.nothingYet');
  const met = isAtGoal(criterion);
  if (bound === 'at least') {
    if (met) return t('mastery.reached');
    return inPercent ? t('mastery.morePoints', { count: missing }) : t('mastery.more', { count: missing });
  }
  if (!met) return inPercent ? t('mastery.overPoints', { count: missing }) : t('mastery.over', { count: missing });
  if (actual === goal) return t('mastery.limit');
  return inPercent ? t('mastery.within') : t('mastery.spare', { count: goal - actual });
}
