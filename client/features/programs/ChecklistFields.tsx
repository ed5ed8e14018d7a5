import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FidelityChecklist } from '#shared/domain/supervision/fidelity.ts';
import { readItems } from './checklistText.ts';
import css from './ProgramEditor.module.css';

type Props = {
  readonly program: Program;
  readonly checklists: readonly FidelityChecklist[];
  readonly onChange: (checklists: readonly FidelityChecklist[]) => void;
};

/** The checklists of the copy: for which stage, with one item per line. Rule FID1. */
export function ChecklistFields({ program, checklists, onChange }: Props) {
  const { t } = useTranslation('programs');
  const set = (checklistId: string, more: Partial<FidelityChecklist>) => {
    onChange(checklists.map((one) => (one.checklistId === checklistId ? { ...one, ...more } : one)));
  };
  return (
    <>
      {checklists.map(({ checklistId, stage, title, items }) => (
        <details key={checklistId} className={css['checklist']} open={items.length === 0}>
          <summary>{t('editor.checklistOf', { title, count: items.length })}</summary>
          <div className={css['row']}>
            <TextInput
              className={css['wide']}
              label={t('editor.checklistTitle')}
              value={title}
              required
              maxLength={80}
              onChange={(event) => set(checklistId, { title: event.currentTarget.value })}
            />
            <NativeSelect
              className={css['middle']}
              label={t('editor.checklistStage')}
              value={stage}
              data={program.course.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => set(checklistId, { stage: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              color="gray"
              onClick={() => onChange(checklists.filter((one) => one.checklistId !== checklistId))}
            >
              {t('editor.remove')}
            </Button>
          </div>
          <Textarea
            label={t('editor.checklistItems')}
            autosize
            minRows={4}
            required
            defaultValue={items.map(({ text }) => text).join('\n')}
            onChange={(event) => {
              const makeId = () => crypto.randomUUID();
              set(checklistId, { items: readItems(event.currentTarget.value, items, makeId) });
            }}
          />
        </details>
      ))}
      <div>
        <Button
          variant="default"
          size="sm"
          onClick={() => {
            const stage = program.course[0].id;
            onChange([...checklists, { checklistId: crypto.randomUUID(), stage, title: '', items: [] }]);
          }}
        >
          {t('editor.addChecklist')}
        </Button>
      </div>
    </>
  );
}
