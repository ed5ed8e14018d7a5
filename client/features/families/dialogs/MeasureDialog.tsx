import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { MeasureDefinition } from '#shared/domain/programs/measureDefinition.ts';
import { Day } from '#shared/protocol/familyFacts.ts';
import type { EntryId } from '#shared/protocol/ids.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { useEntryId } from '../useEntryId.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { DayField, numberField, WhoField, whoField } from './fields.tsx';

/** Totals are whole numbers within the measure's range. */
function measureFormSchema({ id, min, max }: MeasureDefinition, entryId: EntryId) {
  return z
    .object({ caregiverId: whoField, on: Day, total: numberField.pipe(z.int().min(min).max(max)) })
    .transform((fields) => ({ type: 'measure.record' as const, entryId, measureId: id, ...fields }));
}

type Props = { readonly measure: MeasureDefinition; readonly onClose: () => void };

/** Records the total of a questionnaire, never single items. */
export function MeasureDialog({ measure, onClose }: Props) {
  const { t } = useTranslation('families');
  const entryId = useEntryId();
  const { min, max, better } = measure;
  const hasChoice = useFamilyScreen().course.caregivers.length > 1;
  return (
    <EntryDialog
      title={measure.name}
      submitLabel={t('measures.submit')}
      schema={measureFormSchema(measure, entryId)}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p className="quiet">
            {t('measures.lead')} {t(`measures.${better}`)}
          </p>
          <TextInput
            name="total"
            label={t('measures.total')}
            description={t('measures.totalHint', { min, max })}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
            error={isMissing('total') && t('measures.needTotal', { min, max })}
          />
          <WhoField
            label={t('measures.whose')}
            {...(measure.mayBeNobodys ? { nobody: t('measures.nobody') } : {})}
            {...(hasChoice && {
              mustChoose: {
                placeholder: t('measures.chooseWho'),
                error: isMissing('caregiverId') && t('measures.needWho'),
              },
            })}
          />
          <DayField label={t('measures.on')} isMissing={isMissing} />
        </>
      )}
    </EntryDialog>
  );
}
