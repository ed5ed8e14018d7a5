import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clinicProgrammesQuery } from '#client/api/clinicQueries.ts';
import { HttpError, postJson } from '#client/api/http.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { ClinicProgramme, ROUTES } from '#shared/protocol/http.ts';
import { readEdits } from '#shared/session/readEdits.ts';
import { ChecklistFields } from './ChecklistFields.tsx';
import { GoalFields } from './GoalFields.tsx';
import { LocalGoalFields } from './LocalGoalFields.tsx';
import { draftOf, editsOf } from './programmeDraft.ts';
import css from './ProgrammeEditor.module.css';
import { PromptFields } from './PromptFields.tsx';

type Props = {
  readonly programme: Programme;
  /** The copy to change, or undefined to make one. */
  readonly copy: ClinicProgramme | undefined;
  readonly onClose: () => void;
};

/** Changes a clinic's copy of a programme, or makes one. Saving makes the next version. Rule PRO2. */
export function ProgrammeEditor({ programme, copy, onClose }: Props) {
  const { t } = useTranslation(['programmes', 'common']);
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() =>
    draftOf(programme, copy?.name ?? t('copyName', { name: programme.name }), copy && readEdits(copy.edits)),
  );
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const change = (more: Partial<typeof draft>) => {
    setDraft({ ...draft, ...more });
  };

  async function save(): Promise<void> {
    const edits = editsOf(programme, draft);
    const name = draft.name.trim();
    const basedOn = { id: programme.id, version: programme.version };
    setBusy(true);
    setFailure(undefined);
    try {
      await (copy
        ? postJson(ROUTES.clinicProgramme(copy.clinicProgrammeId), { name, edits }, ClinicProgramme)
        : postJson(ROUTES.clinicProgrammes, { name, edits, basedOn }, ClinicProgramme));
      await queries.invalidateQueries({ queryKey: clinicProgrammesQuery.queryKey });
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  const title = t(copy ? 'editor.titleChange' : 'editor.titleNew', { name: copy?.name ?? programme.name });
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
          maxLength={80}
          className={css['name']}
          onChange={(event) => {
            change({ name: event.currentTarget.value });
          }}
        />
        <h2 className={css['title']}>{t('editor.goals')}</h2>
        <GoalFields programme={programme} goals={draft.goals} onChange={(goals) => change({ goals })} />
        <h2 className={css['title']}>{t('editor.local')}</h2>
        <LocalGoalFields
          programme={programme}
          goals={draft.localGoals}
          onChange={(localGoals) => change({ localGoals })}
        />
        <h2 className={css['title']}>{t('editor.prompts')}</h2>
        <PromptFields programme={programme} prompts={draft.prompts} onChange={(prompts) => change({ prompts })} />
        <h2 className={css['title']}>{t('editor.checklists')}</h2>
        <ChecklistFields
          programme={programme}
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
