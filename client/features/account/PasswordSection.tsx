import { PasswordInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useClinic } from '#client/api/clinic.ts';
import { call, HttpError } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { NewPasswordInput } from '#client/ui/NewPasswordInput.tsx';
import { PasswordProblem } from '#client/ui/PasswordProblem.tsx';
import { SavedForm } from '#client/ui/SavedForm.tsx';
import { OwnPassword } from '#shared/protocol/http/myAccount.ts';
import css from './AccountPage.module.css';

/** The status by which the current password is refused. */
const WRONG_CURRENT = 409;

/** A new password, with the current one if there is one. */
export function PasswordSection() {
  const { t } = useTranslation('account');
  const { name, email } = useMe();
  const { name: clinicName } = useClinic();
  const queries = useQueryClient();
  const hasPassword = useQuery(queryOf('second-factor:read')).data?.hasPassword ?? true;
  /** How often it was saved: the fields are emptied each time. */
  const [saved, setSaved] = useState(0);

  async function send(body: z.infer<typeof OwnPassword>): Promise<void> {
    await call('account:set-password', { body });
    setSaved(saved + 1);
    void invalidate(queries, 'sign-ins:list', 'second-factor:read');
  }

  return (
    <section className={css['section']} aria-labelledby="account-password">
      <h2 id="account-password">{t('password.title')}</h2>
      <SavedForm
        schema={OwnPassword}
        send={send}
        submitLabel={t('password.submit')}
        savedWords={t('password.saved')}
        sayFailure={(failure) =>
          failure instanceof HttpError && failure.status === WRONG_CURRENT ? (
            <ErrorNote happened={t('password.wrong')} kept={t('password.kept')} next={t('password.wrongNext')} />
          ) : (
            <PasswordProblem failure={failure} />
          )
        }
      >
        {(isMissing) => (
          <Fragment key={saved}>
            <input type="email" autoComplete="username" value={email} readOnly hidden />
            {hasPassword && (
              <PasswordInput
                name="current"
                label={t('password.current')}
                autoComplete="current-password"
                error={isMissing('current') && t('password.needCurrent')}
              />
            )}
            <NewPasswordInput
              label={t('password.label')}
              isMissing={isMissing('password')}
              about={[name, email, clinicName]}
            />
          </Fragment>
        )}
      </SavedForm>
    </section>
  );
}
