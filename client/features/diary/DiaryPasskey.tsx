import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, problemOf } from '#client/api/http.ts';
import { knowsPasskeys, makePasskey, NoPasskey } from '#client/api/passkeys.ts';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useAct } from '#client/ui/useAct.ts';
import css from './DiarySheet.module.css';

/** Offers to keep a passkey, which opens the diary again without a link. Nothing where the phone knows none. */
export function DiaryPasskey({ hasPasskey }: { readonly hasPasskey: boolean }) {
  const { t } = useTranslation('diary');
  const [kept, setKept] = useState(hasPasskey);
  const { failure, busy, run } = useAct();
  if (!knowsPasskeys()) return null;

  const keep = () =>
    run(async () => {
      const proof = await makePasskey(await call('diary-passkey:begin'));
      await call('diary-passkey:add', { body: proof });
      setKept(true);
    });
  const forget = () =>
    run(async () => {
      await call('diary-passkey:remove');
      setKept(false);
    });

  return (
    <section className={css['card']} aria-labelledby="diary-passkey">
      <h2 id="diary-passkey">{t('passkey.title')}</h2>
      <p role="status">{t(kept ? 'passkey.kept' : 'passkey.text')}</p>
      {failure === undefined ? null : <p role="alert">{t(`passkey.${troubleOf(failure)}`)}</p>}
      <BigButton look={kept ? 'quiet' : 'plain'} isBusy={busy} onPress={kept ? forget : keep}>
        {t(kept ? 'passkey.forget' : 'passkey.keep')}
      </BigButton>
    </section>
  );
}

function troubleOf(failure: unknown) {
  if (failure instanceof NoPasskey) return 'none';
  return problemOf(failure) === 'offline' ? 'offline' : 'failed';
}
