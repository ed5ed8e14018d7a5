import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { SavedForm } from '#client/ui/SavedForm.tsx';
import { NewName } from '#shared/protocol/http/myAccount.ts';
import type { z } from 'zod';
import css from './AccountPage.module.css';

/** The person's name as colleagues and families read it. */
export function NameSection() {
  const { t } = useTranslation('account');
  const me = useMe();
  const queries = useQueryClient();

  async function send(body: z.infer<typeof NewName>): Promise<void> {
    queries.setQueryData(queryOf('account:read').queryKey, await call('account:rename', { body }));
  }

  return (
    <section className={css['section']} aria-labelledby="account-name">
      <h2 id="account-name">{t('name.title')}</h2>
      <p className="quiet">{me.email}</p>
      <SavedForm schema={NewName} send={send} submitLabel={t('name.submit')} savedWords={t('name.saved')}>
        {(isMissing) => (
          <TextInput
            name="name"
            label={t('name.label')}
            description={t('name.hint')}
            autoComplete="name"
            defaultValue={me.name}
            error={isMissing('name') && t('name.need')}
          />
        )}
      </SavedForm>
    </section>
  );
}
