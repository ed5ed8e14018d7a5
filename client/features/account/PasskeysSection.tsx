import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { call } from '#client/api/http.ts';
import { knowsPasskeys, makePasskey } from '#client/api/passkeys.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { RecoveryCodeList } from '#client/frame/second-factor/RecoveryCodeList.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PasskeyButton } from '#client/ui/PasskeyButton.tsx';
import { useAct } from '#client/ui/useAct.ts';
import { type MyPasskey, PasskeyName } from '#shared/protocol/http/passkeys.ts';
import css from './AccountPage.module.css';

/** The person's passkeys: each can be renamed and removed, and another one added. */
export function PasskeysSection() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const passkeys = useQuery(queryOf('passkeys:list'));
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [renamed, setRenamed] = useState<MyPasskey>();
  const { failure, busy, run } = useAct();
  const reread = () => invalidate(queries, 'passkeys:list', 'second-factor:read', 'sign-ins:list');

  async function add(): Promise<void> {
    const proof = await makePasskey(await call('passkey:begin'));
    setCodes((await call('passkey:add', { body: proof })).codes);
    await reread();
  }

  const remove = (passkeyId: MyPasskey['passkeyId']) =>
    run(async () => {
      await call('passkey:remove', { passkeyId });
      await reread();
    });

  return (
    <section className={css['section']} aria-labelledby="account-passkeys">
      <h2 id="account-passkeys">{t('passkeys.title')}</h2>
      <p className="quiet">{t(knowsPasskeys() ? 'passkeys.lead' : 'passkeys.notHere')}</p>
      {passkeys.isPending && <Loading />}
      {passkeys.isError && <HttpErrorNote error={passkeys.error} onRetry={() => void passkeys.refetch()} />}
      <ul className={css['browsers']}>
        {(passkeys.data ?? []).map((one) => (
          <Passkey
            key={one.passkeyId}
            passkey={one}
            busy={busy}
            onRename={() => setRenamed(one)}
            onRemove={() => remove(one.passkeyId)}
          />
        ))}
      </ul>
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
      {codes.length > 0 ? (
        <RecoveryCodeList codes={codes} onDone={() => setCodes([])} />
      ) : (
        <PasskeyButton label={t('passkeys.add')} act={add} />
      )}
      {renamed !== undefined && (
        <FormDialog
          title={t('passkeys.renameOf', { name: renamed.name })}
          submitLabel={t('passkeys.rename')}
          schema={PasskeyName}
          send={(body) => call('passkey:rename', { passkeyId: renamed.passkeyId, body })}
          onDone={() => {
            setRenamed(undefined);
            void reread();
          }}
          onClose={() => setRenamed(undefined)}
        >
          {(isMissing) => (
            <TextInput
              name="name"
              label={t('passkeys.name')}
              defaultValue={renamed.name}
              data-autofocus
              error={isMissing('name') && t('passkeys.needName')}
            />
          )}
        </FormDialog>
      )}
    </section>
  );
}

type PasskeyProps = {
  readonly passkey: MyPasskey;
  readonly busy: boolean;
  readonly onRename: () => void;
  readonly onRemove: () => void;
};

function Passkey({ passkey: { name, madeAt, usedAt }, busy, onRename, onRemove }: PasskeyProps) {
  const { t } = useTranslation('account');
  const { whenOf } = useClinicTime();
  return (
    <li className={css['browser']}>
      <div>
        <p className="strong">{name}</p>
        <p className="quiet small">
          {t('passkeys.made', { when: whenOf(madeAt) })}{' '}
          {usedAt === null ? t('passkeys.unused') : t('passkeys.used', { when: whenOf(usedAt) })}
        </p>
      </div>
      <div className="actions">
        <Button variant="default" size="xs" aria-label={t('passkeys.renameOf', { name })} onClick={onRename}>
          {t('passkeys.rename')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={busy}
          aria-label={t('passkeys.removeOf', { name })}
          onClick={onRemove}
        >
          {t('passkeys.remove')}
        </Button>
      </div>
    </li>
  );
}
