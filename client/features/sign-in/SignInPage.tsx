import '#client/styles/staffPages.ts';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { anyAnswer, postJson, problemOf } from '#client/api/http.ts';
import { ErrorNote } from '#client/components/ErrorNote.tsx';
import { HttpErrorNote } from '#client/components/HttpErrorNote.tsx';
import { NarrowPage } from '#client/components/NarrowPage.tsx';
import { readForm } from '#client/components/readForm.ts';
import { ROUTES } from '#shared/protocol/http.ts';

const Credentials = z.object({ email: z.email(), password: z.string().min(1) });

/** Lets a member of staff in by e-mail and password. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { t } = useTranslation('signIn');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function signIn(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const reading = readForm(event.currentTarget, Credentials);
    setMissing(reading.is === 'incomplete' ? reading.fields : []);
    setFailure(undefined);
    if (reading.is === 'incomplete') return;
    setBusy(true);
    try {
      await postJson(`${ROUTES.auth}/sign-in/email`, reading.value, anyAnswer);
      onSignedIn();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <NarrowPage title={t('title')} lead={t('lead')}>
      <form noValidate onSubmit={(event) => void signIn(event)}>
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          autoFocus
          error={missing.includes('email') && t('needEmail')}
        />
        <PasswordInput
          name="password"
          label={t('password')}
          autoComplete="current-password"
          error={missing.includes('password') && t('needPassword')}
        />
        {failure === undefined ? null : problemOf(failure) === 'signed-out' ? (
          <ErrorNote happened={t('wrong')} next={t('wrongNext')} />
        ) : (
          <HttpErrorNote error={failure} kept />
        )}
        <Button type="submit" loading={busy}>
          {t('submit')}
        </Button>
      </form>
    </NarrowPage>
  );
}
