import { IconDeviceMobile, IconHeadphones } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { EarCheck } from '../ear-check/EarCheck.tsx';
import { useFamilyView, useRunning } from '../FamilyContext.tsx';
import { useAsk } from '../useAsk.ts';
import { Volume } from '../Volume.tsx';
import { WearerChoice } from '../WearerChoice.tsx';
import css from './EarphonePage.module.css';
import { PairPhone } from './PairPhone.tsx';

export type EarphoneTopic = 'choices' | 'check' | 'pair';

type Props = { readonly startWith: EarphoneTopic; readonly onClose: () => void };

/** Everything about the earphone, on its own page: who wears it, the check, and the phone as an ear. */
export function EarphonePage({ startWith, onClose }: Props) {
  const [page, setPage] = useState<EarphoneTopic>(startWith);
  if (page === 'check') return <EarCheck onDone={onClose} />;
  if (page === 'pair') return <PairPhone onBack={onClose} />;
  return <Choices onCheck={() => setPage('check')} onPair={() => setPage('pair')} onClose={onClose} />;
}

type ChoicesProps = { readonly onCheck: () => void; readonly onPair: () => void; readonly onClose: () => void };

function Choices({ onCheck, onPair, onClose }: ChoicesProps) {
  const { t } = useTranslation('family');
  const { earCheck } = useRunning();
  const { kind, earIsHere, isAdmitted, phase } = useFamilyView();

  const mayCheck = kind === 'combined' && isAdmitted && phase !== 'coding';
  function check() {
    earCheck.reset();
    onCheck();
  }

  return (
    <div className={css['page']}>
      <h1 className={css['title']}>{t('earphone.title')}</h1>
      {kind === 'combined' ? (
        <>
          <WearerChoice />
          <Standing />
          {mayCheck ? (
            <BigButton icon={<IconHeadphones size={28} />} onPress={check}>
              {t('earphone.check')}
            </BigButton>
          ) : null}
          <Volume />
          <hr className={css['line']} />
          <BigButton icon={<IconDeviceMobile size={28} />} why={t('earphone.usePhoneWhy')} onPress={onPair}>
            {t('earphone.usePhone')}
          </BigButton>
        </>
      ) : (
        <>
          <p className="large quiet">{earIsHere ? t('pair.connected') : t('pair.notConnected')}</p>
          <BigButton icon={<IconDeviceMobile size={28} />} onPress={onPair}>
            {t('earphone.showAgain')}
          </BigButton>
          <UseThisDevice />
        </>
      )}
      <BigButton look="main" onPress={onClose}>
        {t('earphone.close')}
      </BigButton>
    </div>
  );
}

function UseThisDevice() {
  const { t } = useTranslation('family');
  const { live } = useRunning();
  const { coach } = useFamilyView();
  const { run, isBusy, hasFailed } = useAsk();
  return (
    <>
      <BigButton
        icon={<IconHeadphones size={28} />}
        why={t('earphone.useThisWhy', { coach })}
        isBusy={isBusy}
        onPress={() => void run(() => live.ask('device:set-kind', { device: 'combined' }))}
      >
        {t('earphone.useThis')}
      </BigButton>
      {hasFailed ? <p role="alert">{t('earphone.failed')}</p> : null}
    </>
  );
}

/** State of this device's ear check, in a sentence. */
function Standing() {
  const { t } = useTranslation('family');
  const { earCheck, coach } = useFamilyView();
  const words = {
    passed: 'isChecked',
    overridden: 'isOverridden',
    needed: 'notChecked',
    failed: 'notChecked',
  } as const;
  return <p className="large quiet">{t(`earphone.${words[earCheck.is]}`, { coach })}</p>;
}
