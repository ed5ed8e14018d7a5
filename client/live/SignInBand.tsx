import { Button, PasswordInput } from '@mantine/core';
import { type KeyboardEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { problemOf } from '#client/api/http.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { Band } from './Band.tsx';
import { useLiveParts } from './LiveContext.tsx';
import css from './SignInBand.module.css';

const Password = z.object({ password: z.string().min(1) });

/** Says that one's sign-in ends or has ended, and lets one sign in again without leaving. Rule PER5. */
export function SignInBand() {
  const { t } = useTranslation('console');
  const { signIn } = useLiveParts();
  const stands = useSyncExternalStore(signIn.subscribe, signIn.getSnapshot);
  const [isOpen, setOpen] = useState(false);

  if (stands.is === 'good') return null;
  return (
    <Band tone="caution">
      <p role="alert">
        <strong>
          {stands.is === 'ended'
            ? t('connection.signIn.ended')
            : t('connection.signIn.ending', { count: stands.minutes })}
        </strong>{' '}
        {!isOpen && t(`connection.signIn.${stands.is}Next`)}
      </p>
      {isOpen ? (
        <SignInAgain onClose={() => setOpen(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('connection.signIn.again')}
        </Button>
      )}
    </Band>
  );
}

/** Covers nothing of the room and traps no focus, so that coding can continue. */
function SignInAgain({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const { signIn, messages } = useLiveParts();
  const renewed = t('connection.signIn.renewed');
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    Password,
    ({ password }) => signIn.renew(password),
    () => {
      onClose();
      messages.say(renewed);
    },
  );

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const isWrong = failure !== undefined && problemOf(failure) === 'signed-out';
  return (
    <div
      role="dialog"
      aria-label={t('connection.signIn.dialog', { email: signIn.email })}
      className={css['dialog']}
      onKeyDown={closeOnEscape}
    >
      <form noValidate onSubmit={onSubmit} className={css['form']}>
        <input type="email" name="username" autoComplete="username" value={signIn.email} readOnly hidden />
        <PasswordInput
          name="password"
          label={t('connection.signIn.password', { email: signIn.email })}
          autoComplete="current-password"
          autoFocus
          inputWrapperOrder={['label', 'error', 'input']}
          className={css['password'] ?? ''}
          error={isMissing('password') ? t('connection.signIn.needPassword') : isWrong && t('connection.signIn.wrong')}
        />
        <Button type="submit" loading={busy}>
          {t('connection.signIn.submit')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('connection.signIn.later')}
        </Button>
      </form>
      {failure !== undefined && !isWrong && <HttpErrorNote error={failure} kept />}
    </div>
  );
}
