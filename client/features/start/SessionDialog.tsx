import { NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { sessionsQuery } from '#client/api/clinicQueries.ts';
import { postJson } from '#client/api/http.ts';
import { FormDialog } from '#client/components/FormDialog.tsx';
import { type Family, NewSession, ROUTES, SessionSummary } from '#shared/protocol/http.ts';
import { toLocalInput } from './toLocalInput.ts';

const SessionForm = z
  .object({ familyId: NewSession.shape.familyId, startsAt: z.iso.datetime({ local: true, precision: -1 }) })
  .transform(({ familyId, startsAt }) => ({ familyId, startsAt: new Date(startsAt).toISOString() }));

type Props = { readonly families: readonly Family[]; readonly onClose: () => void };

/** Makes a session for a family, to begin now unless said otherwise. */
export function SessionDialog({ families, onClose }: Props) {
  const { t } = useTranslation('start');
  const queries = useQueryClient();
  const [now] = useState(() => toLocalInput(new Date()));

  async function send(session: NewSession): Promise<void> {
    await postJson(ROUTES.sessions, session, SessionSummary);
    await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  }

  return (
    <FormDialog
      title={t('session.title')}
      submitLabel={t('session.submit')}
      schema={SessionForm}
      send={send}
      onDone={onClose}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <NativeSelect
            name="familyId"
            label={t('session.family')}
            data-autofocus
            defaultValue={families.at(-1)?.familyId}
            data={families.map(({ familyId, name, childInitials }) => ({
              value: familyId,
              label: childInitials === '' ? name : `${name} · ${childInitials}`,
            }))}
          />
          <TextInput
            name="startsAt"
            type="datetime-local"
            label={t('session.startsAt')}
            defaultValue={now}
            error={isMissing('startsAt') && t('session.needTime')}
          />
        </>
      )}
    </FormDialog>
  );
}
