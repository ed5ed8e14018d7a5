import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { RecoveryCodeList } from '#client/frame/second-factor/RecoveryCodeList.tsx';
import { SetUpFactor } from '#client/frame/second-factor/SetUpFactor.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import type { SecondFactorStanding } from '#shared/protocol/http/secondFactor.ts';
import css from './AccountPage.module.css';

type Doing =
  | { readonly is: 'nothing' }
  | { readonly is: 'setting-up' }
  | { readonly is: 'showing'; readonly codes: readonly string[] };

function hasFactor({ hasAuthenticator, passkeys }: SecondFactorStanding): boolean {
  return hasAuthenticator || passkeys > 0;
}

function wordsOf(standing: SecondFactorStanding) {
  if (standing.hasAuthenticator) return 'second.has';
  return standing.passkeys > 0 ? 'second.passkeysAlone' : 'second.none';
}

/** The second step of signing in: the app, and the recovery codes. */
export function SecondFactorSection() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const standing = useQuery(queryOf('second-factor:read'));
  const [doing, setDoing] = useState<Doing>({ is: 'nothing' });
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function run(act: () => Promise<Doing>): Promise<void> {
    setFailure(undefined);
    setBusy(true);
    try {
      setDoing(await act());
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
      await invalidate(queries, 'second-factor:read', 'passkeys:list', 'account:read');
    }
  }

  const done = () => void run(() => Promise.resolve({ is: 'nothing' }));
  const renew = () => void run(async () => ({ is: 'showing', codes: (await call('recovery-codes:renew')).codes }));
  const remove = () =>
    void run(async () => {
      await call('authenticator:remove');
      return { is: 'nothing' };
    });

  const setUp = () => setDoing({ is: 'setting-up' });
  const renewButton = (
    <Button variant="default" disabled={busy} onClick={renew}>
      {t('second.renew')}
    </Button>
  );

  return (
    <section className={css['section']} aria-labelledby="account-second">
      <h2 id="account-second">{t('second.title')}</h2>
      {standing.isPending && <Loading />}
      {standing.isError && <HttpErrorNote error={standing.error} onRetry={() => void standing.refetch()} />}
      {standing.data !== undefined && doing.is === 'nothing' && (
        <>
          <p>{t(wordsOf(standing.data))}</p>
          {hasFactor(standing.data) && (
            <p className="quiet">{t('second.codesLeft', { count: standing.data.recoveryCodesLeft })}</p>
          )}
          {standing.data.hasAuthenticator ? (
            <>
              <div className="actions">
                {renewButton}
                <Button variant="default" disabled={busy} onClick={remove}>
                  {t(standing.data.isRequired ? 'second.replace' : 'second.remove')}
                </Button>
              </div>
            </>
          ) : (
            <div className="actions">
              {standing.data.passkeys > 0 && renewButton}
              <Button variant={standing.data.passkeys > 0 ? 'default' : 'filled'} onClick={setUp}>
                {t('second.setUp')}
              </Button>
            </div>
          )}
        </>
      )}
      {doing.is === 'setting-up' && <SetUpFactor onDone={done} />}
      {doing.is === 'showing' && <RecoveryCodeList codes={doing.codes} onDone={done} />}
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
    </section>
  );
}
