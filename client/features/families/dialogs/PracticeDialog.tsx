import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Day, OBSTACLES } from '#shared/protocol/familyFacts.ts';
import type { CaregiverId, EntryId } from '#shared/protocol/ids.ts';
import type { CaregiverCourse } from '#shared/course/courseView.ts';
import { useEntryId } from '../useEntryId.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { DayField, numberField } from './fields.tsx';

function practiceFormFor(caregiverId: CaregiverId, entryId: EntryId) {
  return z
    .object({
      on: Day,
      minutes: numberField.pipe(z.int().min(0).max(240)),
      obstacle: z.union([z.literal('').transform(() => null), z.enum(OBSTACLES)]),
    })
    .transform((fields) => ({ type: 'practice.log' as const, entryId, caregiverId, praises: null, ...fields }));
}

type Props = { readonly caregiver: CaregiverCourse; readonly onClose: () => void };

/** Records a day of practice that a caregiver reported. */
export function PracticeDialog({ caregiver, onClose }: Props) {
  const { t } = useTranslation('families');
  const entryId = useEntryId();
  return (
    <EntryDialog
      title={t('practice.logDay', { name: caregiver.name })}
      submitLabel={t('dayDialog.submit')}
      schema={practiceFormFor(caregiver.caregiverId, entryId)}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <DayField label={t('dayDialog.on')} isMissing={isMissing} />
          <TextInput
            name="minutes"
            label={t('dayDialog.minutes')}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
            error={isMissing('minutes') && t('dayDialog.needMinutes')}
          />
          <NativeSelect
            name="obstacle"
            label={t('dayDialog.obstacle')}
            data={[
              { value: '', label: t('obstacles.none') },
              ...OBSTACLES.map((obstacle) => ({ value: obstacle, label: t(`obstacles.${obstacle}`) })),
            ]}
          />
        </>
      )}
    </EntryDialog>
  );
}
