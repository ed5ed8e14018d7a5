import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { useEntryId } from '../useEntryId.ts';
import { useObjectiveMeasures } from '../useObjectiveMeasures.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { DayField, WhoField } from './fields.tsx';
import { objectiveFormSchema } from './objectiveFormSchema.ts';

/** An objective in words, with its measure, target and date. */
export function ObjectiveDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('families');
  const entryId = useEntryId();
  const measures = useObjectiveMeasures(useFamilyScreen().program);
  return (
    <EntryDialog
      title={t('objectives.add')}
      submitLabel={t('objectives.submit')}
      schema={objectiveFormSchema(entryId)}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <Textarea
            name="words"
            label={t('objectives.words')}
            description={t('objectives.wordsHint')}
            maxLength={300}
            data-autofocus
            error={isMissing('words') && t('needText')}
          />
          <WhoField label={t('objectives.who')} />
          <NativeSelect
            name="measure"
            label={t('objectives.measure')}
            data={measures.map(({ value, label }) => ({ value, label }))}
          />
          <NativeSelect
            name="bound"
            label={t('objectives.bound')}
            data={[
              { value: 'at least', label: t('objectives.atLeast') },
              { value: 'at most', label: t('objectives.atMost') },
            ]}
          />
          <TextInput
            name="target"
            label={t('objectives.target')}
            description={t('objectives.targetShare')}
            inputMode="decimal"
            autoComplete="off"
            error={isMissing('target') && t('objectives.needTarget')}
          />
          <DayField name="by" label={t('objectives.by')} isMissing={isMissing} ahead />
        </>
      )}
    </EntryDialog>
  );
}
