import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { KeptSafetySheet, SafetySheet } from '#shared/protocol/safetySheet.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { call } from '#client/api/http.ts';

type Props = { readonly kept: KeptSafetySheet | undefined; readonly onClose: () => void };

/** Replaces how to reach a family. */
export function SafetyDialog({ kept, onClose }: Props) {
  const { t } = useTranslation('safety');
  const { familyId } = useFamilyScreen().record.family;
  const queries = useQueryClient();
  const before = kept?.sheet;
  return (
    <FormDialog
      title={t('title')}
      submitLabel={t('save')}
      schema={SafetySheet}
      send={(sheet) => call('safety-sheet:write', { familyId, body: sheet })}
      onDone={(written) => {
        queries.setQueryData(queryOf('safety-sheet:read', { familyId }).queryKey, written);
        onClose();
      }}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <TextInput
            name="telephone"
            type="tel"
            label={t('telephone')}
            defaultValue={before?.telephone}
            maxLength={80}
            data-autofocus
            error={isMissing('telephone') && t('need')}
          />
          <Textarea
            name="address"
            label={t('address')}
            defaultValue={before?.address}
            maxLength={300}
            autosize
            error={isMissing('address') && t('need')}
          />
          <TextInput name="atHome" label={t('atHome')} defaultValue={before?.atHome} maxLength={300} />
          <TextInput
            name="emergencyName"
            label={t('emergencyName')}
            defaultValue={before?.emergencyName}
            maxLength={80}
          />
          <TextInput
            name="emergencyTelephone"
            type="tel"
            label={t('emergencyTelephone')}
            defaultValue={before?.emergencyTelephone}
            maxLength={80}
          />
          <TextInput
            name="emergencyService"
            label={t('emergencyService')}
            defaultValue={before?.emergencyService}
            maxLength={200}
          />
        </>
      )}
    </FormDialog>
  );
}
