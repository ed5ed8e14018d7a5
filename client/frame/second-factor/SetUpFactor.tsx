import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { knowsPasskeys, makePasskey } from '#client/api/passkeys.ts';
import { PasskeyButton } from '#client/ui/PasskeyButton.tsx';
import { RecoveryCodeList } from './RecoveryCodeList.tsx';
import { SetUpAuthenticator } from './SetUpAuthenticator.tsx';

/** Sets up a second factor, and shows the recovery codes once. */
export function SetUpFactor({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('secondFactor');
  const [codes, setCodes] = useState<readonly string[]>();
  const made = (shown: readonly string[]) => (shown.length === 0 ? onDone() : setCodes(shown));

  async function addPasskey(): Promise<void> {
    const proof = await makePasskey(await call('passkey:begin'));
    made((await call('passkey:add', { body: proof })).codes);
  }

  if (codes !== undefined) return <RecoveryCodeList codes={codes} onDone={onDone} />;
  return (
    <>
      <SetUpAuthenticator onConfirmed={made} />
      {knowsPasskeys() && (
        <>
          <p className="quiet">{t('setUp.passkeyHint')}</p>
          <PasskeyButton label={t('setUp.passkey')} act={addPasskey} />
        </>
      )}
    </>
  );
}
