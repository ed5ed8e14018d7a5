import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call, problemOf } from '#client/api/http.ts';
import { NewPasswordInput } from '#client/ui/NewPasswordInput.tsx';
import { PasswordProblem } from '#client/ui/PasswordProblem.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import type { LinkHolder } from '#shared/protocol/http/accountLinks.ts';
import { NewPassword } from '#shared/protocol/http/credentials.ts';

type Props = {
  readonly holder: LinkHolder;
  readonly secret: string;
  readonly onSignedIn: () => void;
  readonly onGone: () => void;
};

const Fields = z.object({ password: NewPassword });

/** Sets the password that a link is for, and signs in with it. */
export function SetPasswordForm({ holder: { name, email }, secret, onSignedIn, onGone }: Props) {
  const { t } = useTranslation('setPassword');
  const { isMissing, failure, busy, onSubmit } = useSubmit(Fields, send, onSignedIn);

  async function send({ password }: { readonly password: string }): Promise<void> {
    const signIn = () => call('account:sign-in', { body: { email, password } });
    try {
      await call('account-link:use', { body: { secret, password } });
    } catch (error) {
      if (problemOf(error) !== 'gone') throw error;
      // This page may have used the link before, and not received the answer.
      await signIn().catch((refused: unknown) => {
        onGone();
        throw refused;
      });
      return;
    }
    await signIn();
  }

  return (
    <form noValidate onSubmit={onSubmit}>
      {/* Password managers keep the address beside the password. */}
      <TextInput name="email" type="email" label={t('email')} autoComplete="username" readOnly value={email} />
      <NewPasswordInput label={t('newPassword')} isMissing={isMissing('password')} about={[name, email]} autoFocus />
      <PasswordProblem failure={failure} />
      <Button type="submit" loading={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
