import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { NewName } from '#shared/protocol/http/myAccount.ts';
import css from './AccountPage.module.css';

/** The person's name as colleagues and families read it. */
export function NameSection() {
  const { t } = useTranslation('account');
  const me = useMe();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    NewName,
    (body) => {
      setSaved(false);
      return call('account:rename', { body });
    },
    (account) => {
      queries.setQueryData(queryOf('account:read').queryKey, account);
      setSaved(true);
    },
  );

  return (
    <section className={css['section']} aria-labelledby="account-name">
      <h2 id="account-name">{t('name.title')}</h2>
      <p className="quiet">{me.email}</p>
      <form noValidate onSubmit={onSubmit}>
        <TextInput
          name="name"
          label={t('name.label')}
          description={t('name.hint')}
          autoComplete="name"
          defaultValue={me.name}
          error={isMissing('name') && t('name.need')}
        />
        {failure === undefined ? null : <HttpErrorNote error={failure} kept />}
        <Button type="submit" loading={busy}>
          {t('name.submit')}
        </Button>
        <p role="status" className="quiet">
          {saved ? t('name.saved') : ''}
        </p>
      </form>
    </section>
  );
}
