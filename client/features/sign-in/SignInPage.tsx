import '#client/styles/staffPages.ts';
import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, problemOf } from '#client/api/http.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { signWithPasskey } from '#client/api/passkeys.ts';
import { ProviderButton } from '#client/ui/ProviderButton.tsx';
import { PasskeyButton } from '#client/ui/PasskeyButton.tsx';
import { EmailInput } from '#client/ui/EmailInput.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { NarrowPage } from '#client/frame/NarrowPage.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { ForgotPassword } from './ForgotPassword.tsx';
import { OwedSignOutNote } from './OwedSignOutNote.tsx';
import { SignIn } from '#shared/protocol/http/signIn.ts';

type Props = {
  /** Whether the clinic can mail a link to somebody who forgot their password. */
  readonly sendsMail: boolean;
  /** What the clinic calls its identity provider, if it has one. */
  readonly provider: string | null;
  /** The page to open afterwards. */
  readonly to: string;
  readonly onSignedIn: () => void;
};

/** Signs in a staff member by email and password, or by a passkey. */
export function SignInPage({ sendsMail, provider, to, onSignedIn }: Props) {
  const { t } = useTranslation('signIn');
  const [forgot, setForgot] = useState(false);
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    SignIn,
    (credentials) => call('account:sign-in', { body: credentials }),
    onSignedIn,
  );

  async function signInByPasskey(): Promise<void> {
    const proof = await signWithPasskey(await call('passkey-sign-in:begin'));
    await call('passkey-sign-in:give', { body: proof });
    onSignedIn();
  }

  if (forgot) return <ForgotPassword onBack={() => setForgot(false)} />;
  return (
    <NarrowPage title={t('title')} lead={t('lead')}>
      <OwedSignOutNote />
      <form noValidate onSubmit={onSubmit}>
        <EmailInput label={t('email')} autoFocus error={isMissing('email') && t('needEmail')} />
        <PasswordInput
          name="password"
          label={t('password')}
          autoComplete="current-password"
          error={isMissing('password') && t('needPassword')}
        />
        {failure === undefined ? null : problemOf(failure) === 'signed-out' ? (
          <ErrorNote happened={t('wrong')} next={t(sendsMail ? 'wrongNextMail' : 'wrongNext')} />
        ) : problemOf(failure) === 'not-allowed' && provider !== null ? (
          <ErrorNote happened={t('onlyProvider', { name: provider })} next={t('onlyProviderNext')} />
        ) : (
          <HttpErrorNote error={failure} kept />
        )}
        <Button type="submit" loading={busy}>
          {t('submit')}
        </Button>
      </form>
      {provider !== null && <ProviderButton label={t('withProvider', { name: provider })} to={to} />}
      <PasskeyButton label={t('passkey')} act={signInByPasskey} />
      {sendsMail && (
        <p>
          <Button variant="default" onClick={() => setForgot(true)}>
            {t('forgot.open')}
          </Button>
        </p>
      )}
    </NarrowPage>
  );
}
