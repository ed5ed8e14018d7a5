import { Checkbox, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '#client/api/http.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { SavedForm } from '#client/ui/SavedForm.tsx';
import { SignInPolicy } from '#shared/protocol/http/signInPolicy.ts';
import { IDLE_MINUTES, LASTS_HOURS } from '#shared/domain/signInEnd.ts';
import css from './ClinicPage.module.css';

/** A box that is not ticked is not in the form. */
const Fields = z
  .object({
    ...SignInPolicy.shape,
    secondFactor: z.literal('required').optional(),
    isProviderEnough: z.literal('yes').optional(),
  })
  .transform(({ secondFactor, isProviderEnough, ...limits }): SignInPolicy => ({
    ...limits,
    secondFactor: secondFactor ?? 'optional',
    isProviderEnough: isProviderEnough === 'yes',
  }));

/** How people sign in at this clinic. */
export function SignInPolicyForm() {
  const { t } = useTranslation('clinic');
  const policy = useQuery(queryOf('sign-in-policy:read'));
  const provider = useQuery(queryOf('clinic:read')).data?.provider ?? null;
  const queries = useQueryClient();

  async function send(body: SignInPolicy): Promise<void> {
    const changed = await call('sign-in-policy:change', { body });
    queries.setQueryData(queryOf('sign-in-policy:read').queryKey, changed);
  }

  if (policy.isPending) return <Loading />;
  if (policy.isError) return <HttpErrorNote error={policy.error} onRetry={() => void policy.refetch()} />;
  return (
    <section aria-labelledby="sign-in-policy">
      <h2 id="sign-in-policy" className={css['title']}>
        {t('signIn.title')}
      </h2>
      <SavedForm schema={Fields} send={send} submitLabel={t('submit')} savedWords={t('signIn.saved')}>
        {(isMissing) => (
          <>
            <Checkbox
              name="secondFactor"
              value="required"
              label={t('signIn.secondFactor')}
              description={t('signIn.secondFactorHint')}
              defaultChecked={policy.data.secondFactor === 'required'}
            />
            {provider === null ? null : (
              <Checkbox
                name="isProviderEnough"
                value="yes"
                label={t('signIn.provider', { name: provider })}
                description={t('signIn.providerHint', { name: provider })}
                defaultChecked={policy.data.isProviderEnough}
              />
            )}
            <TextInput
              name="idleMinutes"
              inputMode="numeric"
              label={t('signIn.idle')}
              description={t('signIn.idleHint')}
              defaultValue={policy.data.idleMinutes}
              error={isMissing('idleMinutes') && t('signIn.needIdle', IDLE_MINUTES)}
            />
            <TextInput
              name="lastsHours"
              inputMode="numeric"
              label={t('signIn.lasts')}
              description={t('signIn.lastsHint')}
              defaultValue={policy.data.lastsHours}
              error={isMissing('lastsHours') && t('signIn.needLasts', LASTS_HOURS)}
            />
          </>
        )}
      </SavedForm>
    </section>
  );
}
