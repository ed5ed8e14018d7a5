import '#client/styles/staffPages.ts';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, problemOf } from '#client/api/http.ts';
import { NarrowPage } from '#client/frame/NarrowPage.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import type { LinkHolder } from '#shared/protocol/http/accountLinks.ts';
import { SetPasswordForm } from './SetPasswordForm.tsx';

type Props = {
  readonly secret: string | undefined;
  readonly onSignedIn: () => void;
  readonly onSignIn: () => void;
};

type Reading =
  | { readonly is: 'reading' }
  | { readonly is: 'open'; readonly holder: LinkHolder; readonly secret: string }
  | { readonly is: 'gone' }
  | { readonly is: 'failed'; readonly error: unknown };

/** Opens an invitation or a password link. The link is used up only when the password is sent. */
export function SetPasswordPage({ secret, onSignedIn, onSignIn }: Props) {
  const { t } = useTranslation('setPassword');
  const [reading, setReading] = useState<Reading>(secret === undefined ? { is: 'gone' } : { is: 'reading' });
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    if (secret === undefined) return;
    let wanted = true;
    const show = (found: Reading) => {
      if (wanted) setReading(found);
    };
    call('account-link:read', { body: { secret } }).then(
      (holder) => show({ is: 'open', holder, secret }),
      (error: unknown) => show(isGone(error) ? { is: 'gone' } : { is: 'failed', error }),
    );
    return () => {
      wanted = false;
    };
  }, [secret, attempt]);

  if (reading.is === 'reading') return <Loading words={t('opening')} />;
  if (reading.is === 'open') {
    const { holder } = reading;
    return (
      <NarrowPage title={t(`${holder.purpose}.title`, { name: holder.name })} lead={t(`${holder.purpose}.lead`)}>
        <SetPasswordForm
          holder={holder}
          secret={reading.secret}
          onSignedIn={onSignedIn}
          onGone={() => setReading({ is: 'gone' })}
        />
      </NarrowPage>
    );
  }
  if (reading.is === 'failed') {
    const retry = () => {
      setReading({ is: 'reading' });
      setAttempt(attempt + 1);
    };
    return (
      <NarrowPage title={t('failed')}>
        <HttpErrorNote error={reading.error} onRetry={retry} />
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t('gone.title')} lead={t('gone.text')}>
      <p role="alert">{t('gone.next')}</p>
      <p>
        <Button variant="default" onClick={onSignIn}>
          {t('gone.toSignIn')}
        </Button>
      </p>
    </NarrowPage>
  );
}

/** A secret of the wrong shape is refused: part of the link is missing. */
function isGone(error: unknown): boolean {
  return ['gone', 'refused'].includes(problemOf(error));
}
