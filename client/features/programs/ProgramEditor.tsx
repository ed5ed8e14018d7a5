import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '#client/api/queryOf.ts';
import { call, HttpError } from '#client/api/http.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import { ClinicProgram } from '#shared/protocol/http/programs.ts';
import { readEdits } from '#shared/session/readEdits.ts';
import { ChecklistFields } from './ChecklistFields.tsx';
import { GoalFields } from './GoalFields.tsx';
import { LocalGoalFields } from './LocalGoalFields.tsx';
import { draftOf, editsOf } from './programDraft.ts';
import css from './ProgramEditor.module.css';
import { PromptFields } from './PromptFields.tsx';

type Props = {
  readonly program: Program;
  /** The copy to change. Undefined to make one. */
  readonly copy: ClinicProgram | undefined;
  readonly onClose: () => void;
};

/** Changes or makes a clinic's copy of a program. Saving makes the next version. Rule PRO2. */
export function ProgramEditor({ program, copy, onClose }: Props) {
  const { t } = useTranslation(['programs', 'common']);
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() =>
    draftOf(program, copy?.name ?? t('copyName', { name: program.name }), copy && readEdits(copy.edits)),
  );
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const change = (more: Partial<typeof draft>) => {
    setDraft({ ...draft, ...more });
  };

  async function save(): Promise<void> {
    const edits = editsOf(program, draft);
    const name = draft.name.trim();
    const basedOn = { id: program.id, version: program.version };
    setBusy(true);
    setFailure(undefined);
    try {
      await (copy
        ? call('program:change', { clinicProgramId: copy.clinicProgramId, body: { name, edits } })
        : call('programs:make', { body: { name, edits, basedOn } }));
      await invalidate(queries, 'programs:list', 'program:read');
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  const title = t(copy ? 'editor.titleChange' : 'editor.titleNew', { name: copy?.name ?? program.name });
  const said = failure instanceof HttpError ? failure.said : undefined;
  return (
    <PageFrame title={title} lead={t('editor.notMastery')}>
      <form
        className={css['form']}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          if (!isBusy) void save();
        }}
      >
        <TextInput
          label={t('editor.name')}
          value={draft.name}
          required
          withAsterisk={false}
          maxLength={80}
          className={css['name']}
          onChange={(event) => {
            change({ name: event.currentTarget.value });
          }}
        />
        <h2 className={css['title']}>{t('editor.goals')}</h2>
        <GoalFields program={program} goals={draft.goals} onChange={(goals) => change({ goals })} />
        <h2 className={css['title']}>{t('editor.local')}</h2>
        <LocalGoalFields program={program} goals={draft.localGoals} onChange={(localGoals) => change({ localGoals })} />
        <h2 className={css['title']}>{t('editor.prompts')}</h2>
        <PromptFields program={program} prompts={draft.prompts} onChange={(prompts) => change({ prompts })} />
        <h2 className={css['title']}>{t('editor.checklists')}</h2>
        <ChecklistFields
          program={program}
          checklists={draft.checklists}
          onChange={(checklists) => change({ checklists })}
        />
        {failure === undefined ? null : <HttpErrorNote error={failure} kept />}
        {said === undefined ? null : <p className={css['said']}>{said}</p>}
        <div className={css['buttons']}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('editor.save', { version: (copy?.version ?? 0) + 1 })}
          </Button>
        </div>
      </form>
    </PageFrame>
  );
}
