import { useTranslation } from 'react-i18next';
import { AssumedSign } from '#client/ui/AssumedSign.tsx';
import { Why } from '#client/ui/Why.tsx';
import { isShare } from '#shared/domain/mastery.ts';
import { isAssumedGoal } from '#shared/domain/rules/findRule.ts';
import { isMasteryPhase } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import css from './GoalTable.module.css';
import { shownGoal } from './programDraft.ts';

/** The goals of one treatment phase, each with its reason. */
export function GoalTable({ phase }: { readonly phase: TreatmentPhase }) {
  const { t } = useTranslation('programs');
  const goals = [...phase.criteria, ...phase.practiceGoals];
  return (
    <section className={css['phase']}>
      <h4 className={css['title']}>
        {phase.name}{' '}
        {goals.length > 0 && <span className="aside">{t(isMasteryPhase(phase) ? 'mastery' : 'practice')}</span>}
      </h4>
      {goals.length === 0 ? <p className="quiet">{t('noGoals')}</p> : null}
      <ul>
        {goals.map((goal) => (
          <li key={goal.rule} className={css['goal']}>
            <span>{goal.label}</span>
            <span className="figures">
              {t(goal.bound, { goal: shownGoal(goal, goal.goal) })}
              {isShare(goal) ? '%' : ''}
            </span>
            {isAssumedGoal(goal) && <AssumedSign />}
            <Why rule={goal.rule} about={goal.label} origin={goal.goalOrigin} />
          </li>
        ))}
      </ul>
    </section>
  );
}
