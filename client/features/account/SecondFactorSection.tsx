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
import css from './AccountPage.module.css';

type Doing =
  | { readonly is: 'nothing' }
  | { readonly is: 'setting-up' }
  | { readonly is: 'showing'; readonly codes: readonly string[] };

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
      await invalidate(queries, 'second-factor:read', 'account:read');
    }
  }

  const done = () => void run(() => Promise.resolve({ is: 'nothing' }));
  const renew = () => void run(async () => ({ is: 'showing', codes: (await call('recovery-codes:renew')).codes }));
  const remove = () =>
    void run(async () => {
      await call('authenticator:remove');
      return { is: 'nothing' };
    });

  return (
    <section className={css['section']} aria-labelledby="account-second">
      <h2 id="account-second">{t('second.title')}</h2>
      {standing.isPending && <Loading />}
      {standing.isError && <HttpErrorNote error={standing.error} onRetry={() => void standing.refetch()} />}
      {standing.data !== undefined && doing.is === 'nothing' && (
        <>
          <p>{t(standing.data.hasAuthenticator ? 'second.has' : 'second.none')}</p>
          {standing.data.hasAuthenticator ? (
            <>
              <p className="quiet">{t('second.codesLeft', { count: standing.data.recoveryCodesLeft })}</p>
              <div className="actions">
                <Button variant="default" disabled={busy} onClick={renew}>
                  {t('second.renew')}
                </Button>
                <Button variant="default" disabled={busy} onClick={remove}>
                  {t(standing.data.isRequired ? 'second.replace' : 'second.remove')}
                </Button>
              </div>
            </>
          ) : (
            <Button onClick={() => setDoing({ is: 'setting-up' })}>{t('second.setUp')}</Button>
          )}
        </>
      )}
      {doing.is === 'setting-up' && <SetUpFactor onDone={done} />}
      {doing.is === 'showing' && <RecoveryCodeList codes={doing.codes} onDone={done} />}
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
    </section>
  );
}
