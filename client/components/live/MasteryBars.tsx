import { useTranslation } from 'react-i18next';
import type { ScoredCriterion } from '#shared/domain/mastery.ts';
import styles from './MasteryBars.module.css';

/** Where the goal line stands in a bar: to be reached from the left, or not to be passed. */
const GOAL_AT = { 'at least': 0.8, 'at most': 0.5 } as const;

/** The criteria of a window as bars with a goal line: what is missing is read from two metres away. */
export function MasteryBars({ criteria }: { readonly criteria: readonly ScoredCriterion[] }) {
  return (
    <ul className={styles['bars']}>
      {criteria.map((criterion) => (
        <Bar key={criterion.rule} criterion={criterion} />
      ))}
    </ul>
  );
}

function Bar({ criterion }: { readonly criterion: ScoredCriterion }) {
  const { t } = useTranslation('console');
  const verdict = useVerdict(criterion);
  const { label, bound, goal } = criterion;
  const actual = criterion.actual ?? 0;
  const goalAt = GOAL_AT[bound];
  const filled = Math.min(1, (actual / goal) * goalAt);
  return (
    <li className={styles['bar']} data-bound={bound} data-met={criterion.met}>
      <span className={styles['label']} aria-hidden>
        {shortLabel(criterion, t)}
      </span>
      <span className={styles['verdict']} aria-hidden>
        {verdict}
      </span>
      <span className={styles['actual']} aria-hidden>
        {actual}
      </span>
      <span className={styles['track']} role="img" aria-label={t('mastery.bar', { label, actual, verdict })}>
        <span className={styles['fill']} style={{ width: `${filled * 100}%` }} />
        <span className={styles['goal']} style={{ left: `${goalAt * 100}%` }} />
      </span>
    </li>
  );
}

function useVerdict({ bound, goal, actual, met, missing }: ScoredCriterion): string {
  const { t } = useTranslation('console');
  if (bound === 'at least') return met ? t('mastery.reached') : t('mastery.more', { count: missing });
  if (!met) return t('mastery.over', { count: missing });
  return actual === goal ? t('mastery.limit') : t('mastery.spare', { count: goal - (actual ?? 0) });
}

type Translate = ReturnType<typeof useTranslation<'console'>>['t'];

/** A label that fits beside its bar; what is not a single known code keeps the programme's own words. */
function shortLabel({ codes, label, bound }: ScoredCriterion, t: Translate): string {
  const [only, ...more] = codes;
  if (more.length > 0) return bound === 'at most' ? t('mastery.short.avoid') : label;
  switch (only) {
    case 'LP':
      return t('mastery.short.LP');
    case 'BD':
      return t('mastery.short.BD');
    case 'RF':
      return t('mastery.short.RF');
    default:
      return label;
  }
}
