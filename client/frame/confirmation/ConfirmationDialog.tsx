import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call, problemOf } from '#client/api/http.ts';
import { signWithPasskey } from '#client/api/passkeys.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { useMe } from '#client/api/me.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { ProviderButton } from '#client/ui/ProviderButton.tsx';
import { PasskeyButton } from '#client/ui/PasskeyButton.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { AppCodeGiven } from '#shared/protocol/http/secondFactor.ts';

type Props = { readonly onConfirmed: () => void; readonly onClose: () => void };

const Password = z.object({ password: z.string().min(1) });

/** Asks the signed-in person to show once more who they are. */
export function ConfirmationDialog({ onConfirmed, onClose }: Props) {
  const { t } = useTranslation();
  const { email } = useMe();
  const [by, setBy] = useState<'password' | 'app'>('password');
  const provider = useQuery(queryOf('clinic:read')).data?.provider;
  const { href } = useLocation();
  const hasPasskeys = (useQuery(queryOf('second-factor:read')).data?.passkeys ?? 0) > 0;
  const common = {
    title: t('confirm.title'),
    submitLabel: t('confirm.submit'),
    onDone: onConfirmed,
    onClose,
  };
  const other = (
    <>
      <div>
        <Button variant="subtle" size="sm" onClick={() => setBy(by === 'password' ? 'app' : 'password')}>
          {t(by === 'password' ? 'confirm.useCode' : 'confirm.usePassword')}
        </Button>
      </div>
      {provider != null && <ProviderButton label={t('confirm.useProvider', { name: provider })} to={href} again />}
      {hasPasskeys && <PasskeyButton label={t('confirm.usePasskey')} act={givePasskey} />}
    </>
  );

  async function givePasskey(): Promise<void> {
    const proof = await signWithPasskey(await call('passkey:ask'));
    await call('confirmation:give', { body: { by: 'passkey', proof } });
    onConfirmed();
  }

  const wrongOr = (note: 'wrongPassword' | 'wrongCode') => (failure: unknown) =>
    problemOf(failure) === 'refused' ? (
      <ErrorNote happened={t(`confirm.${note}`)} next={t(`confirm.${note}Next`)} />
    ) : undefined;

  if (by === 'app') {
    return (
      <FormDialog
        {...common}
        key="app"
        schema={AppCodeGiven}
        send={({ code }) => call('confirmation:give', { body: { by: 'app', code } })}
        sayFailure={wrongOr('wrongCode')}
      >
        {(isMissing) => (
          <>
            <p>{t('confirm.lead')}</p>
            <TextInput
              name="code"
              label={t('confirm.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              data-autofocus
              error={isMissing('code') && t('confirm.needCode')}
            />
            {other}
          </>
        )}
      </FormDialog>
    );
  }
  return (
    <FormDialog
      {...common}
      key="password"
      schema={Password}
      send={({ password }) => call('confirmation:give', { body: { by: 'password', password } })}
      sayFailure={wrongOr('wrongPassword')}
    >
      {(isMissing) => (
        <>
          <p>{t('confirm.lead')}</p>
          <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            name="password"
            label={t('confirm.password')}
            autoComplete="current-password"
            data-autofocus
            error={isMissing('password') && t('confirm.needPassword')}
          />
          {other}
        </>
      )}
    </FormDialog>
  );
}
