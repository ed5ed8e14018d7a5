import { useTranslation } from 'react-i18next';
import type { SkillWords } from './skillCharts.ts';

/** The texts of the skill charts. */
export function useSkillWords(): SkillWords {
  const { t } = useTranslation('families');
  return {
    counts: (phase) => t('skills.counts', { phase }),
    shares: (phase) => t('skills.shares', { phase }),
    goal: (bound, goal) => t(bound === 'at least' ? 'skills.goalAtLeast' : 'skills.goalAtMost', { goal }),
    outcome: t('skills.outcome'),
    outcomes: {
      mastered: t('skills.mastered'),
      met: t('skills.met'),
      notYet: t('skills.notYet'),
      notEnough: t('skills.notEnough'),
    },
  };
}
