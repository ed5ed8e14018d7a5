import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { call } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { NewPasswordInput } from '#client/ui/NewPasswordInput.tsx';
import { PasswordProblem } from '#client/ui/PasswordProblem.tsx';
import { SavedForm } from '#client/ui/SavedForm.tsx';
import { OwnPassword } from '#shared/protocol/http/myAccount.ts';
import css from './AccountPage.module.css';

/** A new password. The server asks for the old one if it was not given a moment ago. */
export function PasswordSection() {
  const { t } = useTranslation('account');
  const { name, email } = useMe();
  const queries = useQueryClient();
  /** How often it was saved: the field is emptied each time. */
  const [saved, setSaved] = useState(0);

  async function send(body: z.infer<typeof OwnPassword>): Promise<void> {
    await call('account:set-password', { body });
    setSaved(saved + 1);
    void invalidate(queries, 'sign-ins:list');
  }

  return (
    <section className={css['section']} aria-labelledby="account-password">
      <h2 id="account-password">{t('password.title')}</h2>
      <SavedForm
        schema={OwnPassword}
        send={send}
        submitLabel={t('password.submit')}
        savedWords={t('password.saved')}
        sayFailure={(failure) => <PasswordProblem failure={failure} />}
      >
        {(isMissing) => (
          <NewPasswordInput
            key={saved}
            label={t('password.label')}
            isMissing={isMissing('password')}
            about={[name, email]}
          />
        )}
      </SavedForm>
    </section>
  );
}
