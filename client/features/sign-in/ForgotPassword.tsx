import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { EmailInput } from '#client/ui/EmailInput.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { NarrowPage } from '#client/frame/NarrowPage.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { ForgottenPassword } from '#shared/protocol/http/accountLinks.ts';

/** Asks for a password link by mail. What it says is the same for every address. */
export function ForgotPassword({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('signIn');
  const [askedFor, setAskedFor] = useState<string>();
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    ForgottenPassword,
    async (body) => {
      await call('account-link:ask', { body });
      return body.email;
    },
    setAskedFor,
  );
  const back = (
    <Button variant="default" onClick={onBack}>
      {t('forgot.back')}
    </Button>
  );

  if (askedFor !== undefined) {
    return (
      <NarrowPage title={t('forgot.askedTitle')}>
        <p role="status">{t('forgot.asked', { email: askedFor })}</p>
        <p>{back}</p>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t('forgot.title')} lead={t('forgot.lead')}>
      <form noValidate onSubmit={onSubmit}>
        <EmailInput label={t('email')} autoFocus error={isMissing('email') && t('needEmail')} />
        {failure === undefined ? null : <HttpErrorNote error={failure} kept />}
        <Button type="submit" loading={busy}>
          {t('forgot.submit')}
        </Button>
      </form>
      <p>{back}</p>
    </NarrowPage>
  );
}
