import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '#client/api/http.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { ReasonSelect } from '#client/planning/ReasonSelect.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { ERASURE_REASONS } from '#shared/domain/retention/erasure.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';

const AskForm = z.object({ reason: z.enum(ERASURE_REASONS) });

/** Asks an admin to erase the family. Rule ERA1. */
export function AskErasureDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('erasures');
  const { familyId, name } = useFamilyScreen().record.family;
  const queries = useQueryClient();

  async function done() {
    onClose();
    await invalidate(queries, 'erasure:read');
  }

  return (
    <FormDialog
      title={t('askDialog.title', { family: name })}
      submitLabel={t('askDialog.submit')}
      schema={AskForm}
      send={({ reason }) => call('erasure:request', { body: { familyId, reason } })}
      onDone={() => void done()}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p>{t('askDialog.says')}</p>
          <p className="quiet">{t('askDialog.copy')}</p>
          <ReasonSelect reasons={ERASURE_REASONS} say={(one) => t(`reasons.${one}`)} isMissing={isMissing('reason')} />
        </>
      )}
    </FormDialog>
  );
}
