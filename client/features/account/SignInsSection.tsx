import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { call } from '#client/api/http.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import type { MySignIn } from '#shared/protocol/http/myAccount.ts';
import css from './AccountPage.module.css';

/** The browsers in which a person is signed in, each with a button to sign out there. */
export function SignInsSection() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const signIns = useQuery(queryOf('sign-ins:list'));
  const [failure, setFailure] = useState<unknown>();

  function end(ending: Promise<unknown>): void {
    setFailure(undefined);
    ending.catch(setFailure).finally(() => void invalidate(queries, 'sign-ins:list'));
  }

  return (
    <section className={css['section']} aria-labelledby="account-browsers">
      <h2 id="account-browsers">{t('signIns.title')}</h2>
      <p className="quiet">{t('signIns.lead')}</p>
      {signIns.isPending && <Loading />}
      {signIns.isError && <HttpErrorNote error={signIns.error} onRetry={() => void signIns.refetch()} />}
      <ul className={css['browsers']}>
        {(signIns.data ?? []).map((one) => (
          <Browser
            key={one.signInId}
            signIn={one}
            onEnd={() => end(call('sign-ins:end', { signInId: one.signInId }))}
          />
        ))}
      </ul>
      {(signIns.data ?? []).length > 1 && (
        <Button variant="default" onClick={() => end(call('sign-ins:end-others'))}>
          {t('signIns.endOthers')}
        </Button>
      )}
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
    </section>
  );
}

function Browser({ signIn, onEnd }: { readonly signIn: MySignIn; readonly onEnd: () => void }) {
  const { t } = useTranslation('account');
  const { whenOf } = useClinicTime();
  const name = signIn.browser || t('signIns.unknown');
  return (
    <li className={css['browser']}>
      <div>
        <p className="strong">
          {name} {signIn.isThis && <span className="aside">{t('signIns.this')}</span>}
        </p>
        <p className="quiet small">
          {t('signIns.times', { since: whenOf(signIn.since), seen: whenOf(signIn.seenAt) })}
        </p>
      </div>
      {signIn.isThis ? null : (
        <Button
          variant="default"
          size="xs"
          aria-label={t('signIns.endOf', { browser: name, since: whenOf(signIn.since) })}
          onClick={onEnd}
        >
          {t('signIns.end')}
        </Button>
      )}
    </li>
  );
}
