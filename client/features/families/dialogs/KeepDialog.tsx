import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useClinicTime } from '#client/api/clinic.ts';
import { call } from '#client/api/http.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { KEEP_REASONS } from '#shared/domain/retention/retentionRules.ts';
import type { AnnouncedThing } from '#shared/protocol/http/retention.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';

const KeepForm = z.object({ reason: z.enum(KEEP_REASONS) });

type Props = { readonly thing: AnnouncedThing; readonly onClose: () => void };

/** Keeps what will be erased because of its age for another year. Rule RET4. */
export function KeepDialog({ thing: { sessionId, recordedAt }, onClose }: Props) {
  const { t } = useTranslation('retention');
  const { familyId } = useFamilyScreen().record.family;
  const { dayOf } = useClinicTime();
  const queries = useQueryClient();

  async function done() {
    onClose();
    await invalidate(queries, 'family-retention:read');
  }

  return (
    <FormDialog
      title={
        recordedAt === null ? t('keepDialog.record') : t('keepDialog.recording', { on: formatDate(dayOf(recordedAt)) })
      }
      submitLabel={t('keepDialog.submit')}
      schema={KeepForm}
      send={({ reason }) => call('retention:keep', { body: { familyId, sessionId, reason } })}
      onDone={() => void done()}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p>{t('keepDialog.says')}</p>
          <NativeSelect
            name="reason"
            label={t('reason')}
            data-autofocus
            data={[
              { value: '', label: t('chooseReason') },
              ...KEEP_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) })),
            ]}
            error={isMissing('reason') && t('needReason')}
          />
        </>
      )}
    </FormDialog>
  );
}
