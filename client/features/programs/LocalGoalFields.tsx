import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Program } from '#shared/domain/programs/program.ts';
import type { LocalGoal } from '#shared/domain/programs/programEdits.ts';
import { nextRule } from './programDraft.ts';
import css from './ProgramEditor.module.css';

type Props = {
  readonly program: Program;
  readonly goals: readonly LocalGoal[];
  readonly onChange: (goals: readonly LocalGoal[]) => void;
};

/** Goals that the clinic adds: sums of codes in one treatment phase. */
export function LocalGoalFields({ program, goals, onChange }: Props) {
  const { t } = useTranslation('programs');
  const set = (rule: string, more: Partial<LocalGoal>) => {
    onChange(goals.map((goal) => (goal.rule === rule ? { ...goal, ...more } : goal)));
  };
  return (
    <>
      {goals.map(({ rule, label, treatmentPhase, codes, bound, goal }) => (
        <div key={rule} className={css['row']}>
          <TextInput
            className={css['wide']}
            label={t('editor.label')}
            value={label}
            required
            onChange={(event) => set(rule, { label: event.currentTarget.value })}
          />
          <NativeSelect
            className={css['middle']}
            label={t('editor.phase')}
            value={treatmentPhase}
            data={program.phases.map(({ id, shortName }) => ({ value: id, label: shortName }))}
            onChange={(event) => set(rule, { treatmentPhase: event.currentTarget.value })}
          />
          <TextInput
            className={css['middle']}
            label={t('editor.codes')}
            value={codes.join(' ')}
            required
            onChange={(event) => set(rule, { codes: event.currentTarget.value.toUpperCase().split(' ') })}
          />
          <NativeSelect
            className={css['short']}
            label={t('editor.bound')}
            value={bound}
            data={[
              { value: 'at least', label: t('editor.atLeast') },
              { value: 'at most', label: t('editor.atMost') },
            ]}
            onChange={(event) => set(rule, { bound: event.currentTarget.value === 'at most' ? 'at most' : 'at least' })}
          />
          <TextInput
            className={css['short']}
            type="number"
            min={0}
            label={t('editor.goal')}
            value={goal}
            onChange={(event) => set(rule, { goal: Number(event.currentTarget.value) })}
          />
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              onChange(goals.filter((one) => one.rule !== rule));
            }}
          >
            {t('editor.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="sm"
          onClick={() => {
            const treatmentPhase = program.phases[0].id;
            const [code = ''] = program.priority;
            onChange([
              ...goals,
              { rule: nextRule(goals), treatmentPhase, label: '', codes: [code], bound: 'at least', goal: 1 },
            ]);
          }}
        >
          {t('editor.addLocal')}
        </Button>
      </div>
    </>
  );
}
