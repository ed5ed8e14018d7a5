import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuietView } from '#client/live/LiveContext.tsx';
import { codesIn, type Program } from '#shared/domain/programs/program.ts';
import css from './TaskChoice.module.css';

/** What an observer's keys do: nothing, code the parent or, for a supervisor, code the coach. One at a time. */
export type Task = 'watch' | 'parent' | 'coach';

type Props = { readonly program: Program; readonly task: Task; readonly onChoose: (task: Task) => void };

export function TaskChoice({ program, task, onChoose }: Props) {
  const { t } = useTranslation('supervision');
  const { self } = useQuietView();
  const mayCodeTheCoach = self?.role === 'supervisor' && codesIn(program, 'coach').length > 0;
  const tasks = mayCodeTheCoach ? (['parent', 'coach'] as const) : (['parent'] as const);
  return (
    <div className={css['choice']} role="group" aria-label={t('side.label')}>
      {tasks.map((one) => (
        <Button
          key={one}
          size="compact-md"
          variant={task === one ? 'light' : 'default'}
          aria-pressed={task === one}
          onClick={() => onChoose(task === one ? 'watch' : one)}
        >
          {t(`side.${one}`)}
        </Button>
      ))}
    </div>
  );
}
