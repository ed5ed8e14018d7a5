import { useTranslation } from 'react-i18next';
import { call, problemOf } from '#client/api/http.ts';
import { knowsPasskeys, NoPasskey, signWithPasskey } from '#client/api/passkeys.ts';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useAct } from '#client/ui/useAct.ts';

/** Opens a caregiver's diary by the passkey that they kept. */
export function OpenByPasskey({ onOpened }: { readonly onOpened: () => void }) {
  const { t } = useTranslation('diary');
  const { failure, busy, run } = useAct();
  if (!knowsPasskeys()) return null;

  const open = () =>
    run(async () => {
      const proof = await signWithPasskey(await call('diary-sign-in:begin'));
      await call('diary-sign-in:give', { body: proof });
      onOpened();
    });

  return (
    <>
      <BigButton look="main" isBusy={busy} onPress={open}>
        {t('passkey.open')}
      </BigButton>
      {failure === undefined ? null : <p role="alert">{t(`passkey.${troubleOf(failure)}`)}</p>}
    </>
  );
}

function troubleOf(failure: unknown) {
  if (failure instanceof NoPasskey) return 'none';
  const problem = problemOf(failure);
  if (problem === 'offline') return 'offline';
  return problem === 'signed-out' ? 'unknown' : 'failed';
}
