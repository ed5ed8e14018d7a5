import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { ReasonField, reasonField, WhoField, whoField } from './fields.tsx';

const StageForm = z
  .object({ stage: z.string(), caregiverId: whoField.optional(), reason: reasonField })
  .transform(({ stage, caregiverId = null, reason }) => {
    return { type: 'stage.enter' as const, stage, caregiverId, override: { reason } };
  });

/** Sets another stage than the suggested one, for everyone or one caregiver, with a reason. */
export function StageDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('families');
  const { course, program } = useFamilyScreen();
  return (
    <EntryDialog
      title={t('stageDialog.title')}
      submitLabel={t('stageDialog.submit')}
      schema={StageForm}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p className="quiet">{t('stageDialog.lead', { stage: course.next?.stage.name ?? course.stage.name })}</p>
          <NativeSelect
            name="stage"
            label={t('stageDialog.stage')}
            data={program.course
              .filter(({ id }) => id !== course.stage.id || course.caregivers.length > 1)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          {course.caregivers.length > 1 && <WhoField label={t('stageDialog.who')} nobody={t('stageDialog.everyone')} />}
          <ReasonField isMissing={isMissing} />
        </>
      )}
    </EntryDialog>
  );
}
