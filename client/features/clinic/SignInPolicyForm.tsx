import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '#client/api/http.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { SignInPolicy } from '#shared/protocol/http/signInPolicy.ts';
import { IDLE_MINUTES, LASTS_HOURS } from '#shared/domain/signInEnd.ts';
import css from './ClinicPage.module.css';

/** A box that is not ticked is not in the form. */
const Fields = z
  .object({ ...SignInPolicy.shape, secondFactor: z.literal('required').optional() })
  .transform(({ secondFactor, ...limits }): SignInPolicy => ({ secondFactor: secondFactor ?? 'optional', ...limits }));

/** How people sign in at this clinic. */
export function SignInPolicyForm() {
  const { t } = useTranslation('clinic');
  const policy = useQuery(queryOf('sign-in-policy:read'));
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const { isMissing, failure, busy, onSubmit } = useSubmit(Fields, send, () => setSaved(true));

  async function send(body: SignInPolicy): Promise<void> {
    setSaved(false);
    const changed = await call('sign-in-policy:change', { body });
    queries.setQueryData(queryOf('sign-in-policy:read').queryKey, changed);
  }

  if (policy.isPending) return <Loading />;
  if (policy.isError) return <HttpErrorNote error={policy.error} onRetry={() => void policy.refetch()} />;
  return (
    <form noValidate onSubmit={onSubmit} className={css['form']}>
      <h2>{t('signIn.title')}</h2>
      <Checkbox
        name="secondFactor"
        value="required"
        label={t('signIn.secondFactor')}
        description={t('signIn.secondFactorHint')}
        defaultChecked={policy.data.secondFactor === 'required'}
      />
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
      {failure === undefined ? null : <HttpErrorNote error={failure} kept />}
      <div className={css['send']}>
        <Button type="submit" loading={busy}>
          {t('submit')}
        </Button>
        <p role="status" className="quiet">
          {saved ? t('signIn.saved') : ''}
        </p>
      </div>
    </form>
  );
}
