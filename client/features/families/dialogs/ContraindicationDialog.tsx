import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EntryDialog } from './EntryDialog.tsx';
import { ReasonField, reasonField } from './fields.tsx';

const Forms = {
  contraindicate: z
    .object({ reason: reasonField })
    .transform((fields) => ({ type: 'time-out.contraindicate' as const, ...fields })),
  allow: z.object({ reason: reasonField }).transform((fields) => ({ type: 'time-out.allow' as const, ...fields })),
};

type Props = { readonly does: keyof typeof Forms; readonly onClose: () => void };

/** Records that the child must not be sent to time-out, or may be again, and why. Rule SEQ13. */
export function ContraindicationDialog({ does, onClose }: Props) {
  const { t } = useTranslation('families');
  return (
    <EntryDialog
      title={t(`agreements.${does}Dialog.title`)}
      submitLabel={t(`agreements.${does}Dialog.submit`)}
      schema={Forms[does]}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p>{t(`agreements.${does}Dialog.lead`)}</p>
          <ReasonField isMissing={isMissing} label={t(`agreements.${does}Dialog.reason`)} />
        </>
      )}
    </EntryDialog>
  );
}
