import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useFamilyView, useRunning } from '../FamilyContext.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { useAsk } from '../useAsk.ts';
import css from './PairPhone.module.css';

/** Loaded only when a code is shown. */
const QrCode = lazy(async () => ({ default: (await import('#client/ui/QrCode.tsx')).QrCode }));

/** Makes a QR code for a phone that becomes the ear. From then on this device is only the room's and plays nothing. */
export function PairPhone({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('family');
  const { live } = useRunning();
  const { caregivers, earIsHere, kind } = useFamilyView();
  const [url, setUrl] = useState<string>();
  const { run, isBusy, hasFailed } = useAsk();

  async function makeCode(caregiverId: CaregiverId) {
    const link = await run(() => live.ask('device:pair-ear', { caregiverId }));
    if (link === undefined) return;
    if (kind !== 'room' && (await run(() => live.ask('device:set-kind', { device: 'room' }))) === undefined) return;
    setUrl(link.url);
  }

  const back = (
    <BigButton look="quiet" onPress={onBack}>
      {t('pair.back')}
    </BigButton>
  );

  if (earIsHere && kind === 'room') {
    return <Connected onBack={onBack} />;
  }
  if (url !== undefined) {
    return (
      <Saying title={t('pair.scan')} text={t('pair.once')}>
        <div className={css['code']}>
          <Suspense>
            <QrCode text={url} label={t('pair.code')} />
          </Suspense>
        </div>
        <p className={css['link']}>
          {t('pair.orLink')} <span className={css['url']}>{url}</span>
        </p>
        {back}
      </Saying>
    );
  }
  return (
    <Saying title={t('pair.title')} text={t('pair.text')}>
      {caregivers.length > 1 ? <p className="large strong">{t('pair.whose')}</p> : null}
      <div className={css['options']}>
        {caregivers.map(({ caregiverId, name }) => (
          <BigButton
            key={caregiverId}
            look={caregivers.length > 1 ? 'plain' : 'main'}
            isBusy={isBusy}
            onPress={() => void makeCode(caregiverId)}
          >
            {caregivers.length > 1 ? name : t('pair.show')}
          </BigButton>
        ))}
      </div>
      {hasFailed ? <p role="alert">{t('pair.failed')}</p> : null}
      {back}
    </Saying>
  );
}

/** How long the success message stays before the session is shown again, in ms. */
const CONNECTED_SHOWN_MS = 5_000;

function Connected({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('family');

  useEffect(() => {
    const going = setTimeout(onBack, CONNECTED_SHOWN_MS);
    return () => clearTimeout(going);
  }, [onBack]);

  return (
    <Saying title={t('pair.connected')} text={t('pair.connectedText')}>
      <BigButton look="main" onPress={onBack}>
        {t('earphone.close')}
      </BigButton>
    </Saying>
  );
}
