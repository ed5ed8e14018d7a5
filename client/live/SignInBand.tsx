import { Button, PasswordInput } from '@mantine/core';
import { type KeyboardEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { problemOf } from '#client/api/http.ts';
import { GiveFactor } from '#client/frame/second-factor/GiveFactor.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import type { SecondFactorStanding } from '#shared/protocol/http/secondFactor.ts';
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

/**
 * The password, then the second step where the sign-in needs one. Covers nothing of the room and traps no focus, so that
 * coding can continue.
 */
function SignInAgain({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const { signIn, messages } = useLiveParts();
  const [factors, setFactors] = useState<SecondFactorStanding>();

  const done = () => {
    onClose();
    messages.say(t('connection.signIn.renewed'));
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      role="dialog"
      aria-label={t('connection.signIn.dialog', { email: signIn.email })}
      className={css['dialog']}
      onKeyDown={closeOnEscape}
    >
      {factors === undefined ? (
        <PasswordForm
          onClose={onClose}
          onSignedIn={(given) => (given.missing === 'none' ? done() : setFactors(given))}
        />
      ) : (
        <div className={css['factor']}>
          {factors.missing === 'give' ? (
            <GiveFactor standing={factors} onDone={() => void signIn.complete().then(done)} />
          ) : (
            <p role="status">{t('connection.signIn.setUp')}</p>
          )}
          <Button variant="default" onClick={onClose}>
            {t('connection.signIn.later')}
          </Button>
        </div>
      )}
    </div>
  );
}

type PasswordFormProps = {
  readonly onSignedIn: (factors: SecondFactorStanding) => void;
  readonly onClose: () => void;
};

function PasswordForm({ onSignedIn, onClose }: PasswordFormProps) {
  const { t } = useTranslation('console');
  const { signIn } = useLiveParts();
  const send = ({ password }: z.output<typeof Password>) => signIn.renew(password);
  const { isMissing, failure, busy, onSubmit } = useSubmit(Password, send, onSignedIn);
  const isWrong = failure !== undefined && problemOf(failure) === 'signed-out';
  return (
    <>
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
    </>
  );
}
