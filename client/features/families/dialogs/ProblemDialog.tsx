import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { EntryId } from '#shared/protocol/ids.ts';
import { useEntryId } from '../useEntryId.ts';
import { EntryDialog } from './EntryDialog.tsx';

const problemFormFor = (entryId: EntryId) =>
  z
    .object({ text: z.string().trim().min(1).max(300) })
    .transform((fields) => ({ type: 'problem.name' as const, entryId, ...fields }));

/** Adds a problem in the family's own words. */
export function ProblemDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('families');
  const entryId = useEntryId();
  return (
    <EntryDialog
      title={t('problems.name')}
      submitLabel={t('problems.submitName')}
      schema={problemFormFor(entryId)}
      onClose={onClose}
    >
      {(isMissing) => (
        <TextInput
          name="text"
          label={t('problems.text')}
          autoComplete="off"
          maxLength={300}
          data-autofocus
          error={isMissing('text') && t('needText')}
        />
      )}
    </EntryDialog>
  );
}
