import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '#client/api/http.ts';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { AppCodeGiven, type GivenFactor, type SecondFactorStanding } from '#shared/protocol/http/secondFactor.ts';
import { CodeInput } from './CodeInput.tsx';
import { CodeProblem } from './CodeProblem.tsx';

type Props = { readonly standing: SecondFactorStanding; readonly onDone: () => void };

const RecoveryCode = z.object({ code: z.string().trim().min(10).max(40) });

/** Asks for the code of the authenticator app, or for a recovery code if the phone is lost. */
export function GiveFactor({ standing, onDone }: Props) {
  const { t } = useTranslation('secondFactor');
  const [by, setBy] = useState<GivenFactor['by']>('app');
  const isRecovery = by === 'recovery';
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    isRecovery ? RecoveryCode : AppCodeGiven,
    ({ code }) => call('second-factor:give', { body: { by, code } }),
    onDone,
  );

  return (
    <>
      <form noValidate onSubmit={onSubmit} key={by}>
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
      <p>
        <Button variant="default" onClick={() => setBy(isRecovery ? 'app' : 'recovery')}>
          {t(isRecovery ? 'give.useApp' : 'give.useRecovery')}
        </Button>
      </p>
    </>
  );
}
