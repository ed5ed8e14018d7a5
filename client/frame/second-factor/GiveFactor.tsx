import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { signWithPasskey } from '#client/api/passkeys.ts';
import { PasskeyButton } from '#client/ui/PasskeyButton.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { AppCodeGiven, RecoveryCodeGiven, type SecondFactorStanding } from '#shared/protocol/http/secondFactor.ts';
import { CodeInput } from './CodeInput.tsx';
import { CodeProblem } from './CodeProblem.tsx';

type Props = { readonly standing: SecondFactorStanding; readonly onDone: () => void };

/** Asks for the code of the authenticator app, for a passkey, or for a recovery code if the phone is lost. */
export function GiveFactor({ standing, onDone }: Props) {
  const { t } = useTranslation('secondFactor');
  const { hasAuthenticator, passkeys } = standing;
  const [wantsRecovery, setWantsRecovery] = useState(false);

  async function givePasskey(): Promise<void> {
    const proof = await signWithPasskey(await call('passkey:ask'));
    await call('second-factor:give', { body: { by: 'passkey', proof } });
    onDone();
  }

  return (
    <>
      {passkeys > 0 && !wantsRecovery && (
        <PasskeyButton label={t('give.passkey')} act={givePasskey} variant={hasAuthenticator ? 'default' : 'filled'} />
      )}
      {wantsRecovery ? (
        <CodeForm key="recovery" by="recovery" standing={standing} onDone={onDone} />
      ) : (
        hasAuthenticator && <CodeForm key="app" by="app" standing={standing} onDone={onDone} />
      )}
      <p>
        <Button variant="default" onClick={() => setWantsRecovery(!wantsRecovery)}>
          {t(wantsRecovery ? 'give.back' : 'give.useRecovery')}
        </Button>
      </p>
    </>
  );
}

function CodeForm({ by, standing, onDone }: Props & { readonly by: 'app' | 'recovery' }) {
  const { t } = useTranslation('secondFactor');
  const isRecovery = by === 'recovery';
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    isRecovery ? RecoveryCodeGiven : AppCodeGiven,
    ({ code }) => call('second-factor:give', { body: { by, code } }),
    onDone,
  );

  return (
    <form noValidate onSubmit={onSubmit}>
      {isRecovery ? (
        <TextInput
          name="code"
          label={t('give.recovery')}
          description={t('give.recoveryHint', { count: standing.recoveryCodesLeft })}
          autoComplete="off"
          autoFocus
          error={isMissing('code') && t('give.needRecovery')}
        />
      ) : (
        <CodeInput label={t('give.code')} error={isMissing('code') && t('needCode')} />
      )}
      <CodeProblem failure={failure} />
      <Button type="submit" loading={busy}>
        {t('give.submit')}
      </Button>
    </form>
  );
}
