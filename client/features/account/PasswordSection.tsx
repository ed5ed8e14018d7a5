import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { NewPasswordInput } from '#client/ui/NewPasswordInput.tsx';
import { PasswordProblem } from '#client/ui/PasswordProblem.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { OwnPassword } from '#shared/protocol/http/myAccount.ts';
import css from './AccountPage.module.css';

/** A new password. The server asks for the old one if it was not given a moment ago. */
export function PasswordSection() {
  const { t } = useTranslation('account');
  const { name, email } = useMe();
  const queries = useQueryClient();
  /** How often it was saved: the field is emptied each time. */
  const [saved, setSaved] = useState(0);
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    OwnPassword,
    (body) => call('account:set-password', { body }),
    () => {
      setSaved(saved + 1);
      void invalidate(queries, 'sign-ins:list');
    },
  );

  return (
    <section className={css['section']} aria-labelledby="account-password">
      <h2 id="account-password">{t('password.title')}</h2>
      <form noValidate onSubmit={onSubmit}>
        <NewPasswordInput
          key={saved}
          label={t('password.label')}
          isMissing={isMissing('password')}
          about={[name, email]}
        />
        <PasswordProblem failure={failure} />
        <Button type="submit" loading={busy}>
          {t('password.submit')}
        </Button>
        <p role="status" className="quiet">
          {saved > 0 ? t('password.saved') : ''}
        </p>
      </form>
    </section>
  );
}
