import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EntryDialog } from './EntryDialog.tsx';
import { ReasonField, reasonField } from './fields.tsx';

const PauseForm = z
  .object({ reason: reasonField })
  .transform((fields) => ({ type: 'course.pause' as const, ...fields }));

/** Pauses a course, with the reason. */
export function PauseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('families');
  return (
    <EntryDialog
      title={t('pauseDialog.title')}
      submitLabel={t('pauseDialog.submit')}
      schema={PauseForm}
      onClose={onClose}
    >
      {(isMissing) => <ReasonField isMissing={isMissing} />}
    </EntryDialog>
  );
}
