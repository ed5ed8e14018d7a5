import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Program, PromptDefinition } from '#shared/domain/programs/program.ts';
import css from './ProgramEditor.module.css';

type Props = {
  readonly program: Program;
  readonly prompts: readonly PromptDefinition[];
  readonly onChange: (prompts: readonly PromptDefinition[]) => void;
};

/** The prompts of the copy: text, a key for favorites, and where in the treatment they are offered. */
export function PromptFields({ program, prompts, onChange }: Props) {
  const { t } = useTranslation('programs');
  const replace = (promptId: string, next: PromptDefinition) => {
    onChange(prompts.map((prompt) => (prompt.promptId === promptId ? next : prompt)));
  };
  return (
    <>
      {prompts.map((prompt, index) => (
        <div key={prompt.promptId} className={css['row']}>
          <TextInput
            className={css['wide']}
            label={t('editor.promptText', { number: index + 1 })}
            value={prompt.text}
            required
            maxLength={200}
            onChange={(event) => replace(prompt.promptId, { ...prompt, text: event.currentTarget.value })}
          />
          <TextInput
            className={css['short']}
            label={t('editor.promptKey')}
            value={prompt.key?.toUpperCase() ?? ''}
            maxLength={1}
            onChange={(event) => {
              const key = event.currentTarget.value.trim().toLowerCase();
              replace(prompt.promptId, { ...prompt, key: key === '' ? undefined : key });
            }}
          />
          <NativeSelect
            className={css['middle']}
            label={t('editor.promptPhase')}
            value={prompt.treatmentPhase ?? ''}
            data={[
              { value: '', label: t('editor.everyPhase') },
              ...program.phases.map(({ id, shortName }) => ({ value: id, label: shortName })),
            ]}
            onChange={(event) => {
              const phase = event.currentTarget.value;
              replace(prompt.promptId, { ...prompt, treatmentPhase: phase === '' ? undefined : phase });
            }}
          />
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              onChange(prompts.filter(({ promptId }) => promptId !== prompt.promptId));
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
            const base = { text: '', skill: undefined, coachCode: undefined, key: undefined };
            onChange([...prompts, { ...base, promptId: crypto.randomUUID(), phases: ['coaching', 'coding-paused'] }]);
          }}
        >
          {t('editor.addPrompt')}
        </Button>
      </div>
    </>
  );
}
