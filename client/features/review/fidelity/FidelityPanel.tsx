import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checklistsFor } from '#shared/domain/programs/checklistsFor.ts';
import { useReview } from '../reviewContext.ts';
import { ChecklistForm } from './ChecklistForm.tsx';
import css from './Fidelity.module.css';
import { SignOff } from './SignOff.tsx';
import { UncertainCodes } from './UncertainCodes.tsx';

/** Treatment fidelity: the checklist, uncertain codes, and the sign-off. Rule FID1. */
export function FidelityPanel() {
  const { t } = useTranslation('fidelity');
  const { program, state } = useReview().review;
  const checklists = checklistsFor(program, state.stage);
  const [chosen, setChosen] = useState<string>();
  const checklist = checklists.find(({ checklistId }) => checklistId === chosen) ?? checklists[0];
  return (
    <div className={css['panel']}>
      {checklists.length > 1 && (
        <NativeSelect
          label={t('choose')}
          value={checklist?.checklistId}
          data={checklists.map(({ checklistId, title }) => ({ value: checklistId, label: title }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {checklist === undefined ? (
        <p className="quiet small">{t('none')}</p>
      ) : (
        <ChecklistForm key={checklist.checklistId} checklist={checklist} />
      )}
      <UncertainCodes />
      <SignOff />
    </div>
  );
}
