import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { telephoneLink } from '#client/ui/telephoneLink.ts';
import { useFamilyView, useLiveView, useRunning, useStore } from '../FamilyContext.tsx';
import { useAsk } from '../useAsk.ts';
import css from './HelpPage.module.css';

/** Whom to call, where the family is, and a button that tells the coach. Rule SAF3. */
export function HelpPage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('family');
  const { live, callHelp } = useRunning();
  const help = useStore(callHelp);
  const { connection } = useLiveView();
  const { coach, coachIsHere, isAdmitted, isEmergency } = useFamilyView();
  const { run, isBusy, hasFailed } = useAsk();
  const mayTell = isAdmitted && connection === 'live';

  return (
    <Saying title={t('help.title')} text={t('help.text')}>
      <dl className={css['numbers']}>
        <dt>{t('help.service')}</dt>
        <dd>{help?.emergencyService ? <Service words={help.emergencyService} /> : t('help.anyService')}</dd>
        {help?.address ? (
          <>
            <dt>{t('help.address')}</dt>
            <dd className={css['address']}>{help.address}</dd>
          </>
        ) : null}
      </dl>
      {isEmergency ? <p role="status">{t(coachIsHere ? 'help.told' : 'help.toldAway', { coach })}</p> : null}
      {mayTell && !isEmergency ? (
        <BigButton look="main" isBusy={isBusy} onPress={() => void run(() => live.ask('emergency:raise', {}))}>
          {t('help.tell', { coach })}
        </BigButton>
      ) : null}
      {hasFailed || (isAdmitted && !mayTell) ? <p role="alert">{t('help.notTold', { coach })}</p> : null}
      <CallClinic />
      <BigButton look="quiet" onPress={onBack}>
        {t('help.back')}
      </BigButton>
    </Saying>
  );
}

/** A number alone can be called with one tap. */
function Service({ words }: { readonly words: string }) {
  if (!/^[+\d][\d\s()./-]*$/u.test(words)) return <span className={css['service']}>{words}</span>;
  return (
    <a className={css['service']} href={telephoneLink(words)}>
      <IconPhone size={24} aria-hidden="true" /> <bdi dir="ltr">{words}</bdi>
    </a>
  );
}
