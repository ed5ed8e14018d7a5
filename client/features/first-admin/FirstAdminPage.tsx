import '#client/styles/staffPages.ts';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anyAnswer, postJson } from '#client/api/http.ts';
import { HttpErrorNote } from '#client/components/HttpErrorNote.tsx';
import { NarrowPage } from '#client/components/NarrowPage.tsx';
import { readForm } from '#client/components/readForm.ts';
import { FirstAdmin, ROUTES } from '#shared/protocol/http.ts';

/** Makes the first account of an empty clinic, and signs it in. */
export function FirstAdminPage({ onMade }: { readonly onMade: () => void }) {
  const { t } = useTranslation('firstAdmin');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function make(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const reading = readForm(event.currentTarget, FirstAdmin);
    setMissing(reading.is === 'incomplete' ? reading.fields : []);
    setFailure(undefined);
    if (reading.is === 'incomplete') return;
    const { email, password } = reading.value;
    setBusy(true);
    try {
      await postJson(ROUTES.firstAdmin, reading.value, anyAnswer);
      await postJson(`${ROUTES.auth}/sign-in/email`, { email, password }, anyAnswer);
      onMade();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <NarrowPage title={t('title')} lead={t('lead')}>
      <form noValidate onSubmit={(event) => void make(event)}>
        <TextInput
          name="name"
          label={t('name')}
          autoComplete="name"
          autoFocus
          error={missing.includes('name') && t('needName')}
        />
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          error={missing.includes('email') && t('needEmail')}
        />
        <PasswordInput
          name="password"
          label={t('password')}
          description={t('passwordHint')}
          autoComplete="new-password"
          error={missing.includes('password') && t('needPassword')}
        />
        {failure === undefined ? null : <HttpErrorNote error={failure} kept />}
        <Button type="submit" loading={busy}>
          {t('submit')}
        </Button>
      </form>
    </NarrowPage>
  );
}
