import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Day } from '#shared/protocol/familyFacts.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { DayField } from './fields.tsx';

const MissForm = z
  .object({ on: Day, why: z.string().trim().max(300) })
  .transform((fields) => ({ type: 'session.miss' as const, ...fields }));

/** Records a missed session. */
export function MissDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('families');
  return (
    <EntryDialog title={t('missDialog.title')} submitLabel={t('missDialog.submit')} schema={MissForm} onClose={onClose}>
      {(isMissing) => (
        <>
          <DayField label={t('missDialog.on')} isMissing={isMissing} />
          <TextInput name="why" label={t('missDialog.why')} autoComplete="off" maxLength={300} />
        </>
      )}
    </EntryDialog>
  );
}
