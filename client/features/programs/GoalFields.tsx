import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Why } from '#client/ui/Why.tsx';
import { type Criterion, isShare } from '#shared/domain/mastery.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { isAssumedGoal } from '#shared/domain/rules/findRule.ts';
import { keptGoal, shownGoal } from './programDraft.ts';
import css from './ProgramEditor.module.css';

type Goals = Readonly<Record<string, number>>;
type Props = {
  readonly program: Program;
  readonly goals: Goals;
  readonly onChange: (goals: Goals) => void;
};

/** The program's goals as editable numbers, each beside the program's own value. */
/** The source of the goal that the clinic starts with. */
function originWord(criterion: Criterion): 'published' | 'assumed' | 'ours' {
  if (isAssumedGoal(criterion)) return 'assumed';
  return criterion.goalOrigin === 'published' ? 'published' : 'ours';
}

export function GoalFields({ program, goals, onChange }: Props) {
  const { t } = useTranslation('programs');
  const criteria = program.phases.flatMap((phase) => phase.criteria.map((criterion) => ({ phase, criterion })));
  if (criteria.length === 0) return <p className={css['beside']}>{t('noGoals')}</p>;
  return criteria.map(({ phase, criterion }) => {
    const { rule, label, bound, goal, goalOrigin } = criterion;
    const percent = isShare(criterion) ? '%' : '';
    return (
      <div key={`${phase.id} ${rule}`} className={css['row']}>
        <TextInput
          className={css['goal']}
          type="number"
          min={0}
          max={isShare(criterion) ? 100 : 1_000}
          label={`${phase.shortName}: ${label}${percent && ','}${percent} ${bound}`}
          value={shownGoal(criterion, goals[rule] ?? goal)}
          onChange={(event) => {
            onChange({ ...goals, [rule]: keptGoal(criterion, Number(event.currentTarget.value)) });
          }}
        />
        <span className={css['beside']}>
          {t(`editor.${originWord(criterion)}`, { goal: shownGoal(criterion, goal) })}
          {percent}
          <Why rule={rule} about={label} origin={(goals[rule] ?? goal) === goal ? goalOrigin : 'local'} />
        </span>
      </div>
    );
  });
}
