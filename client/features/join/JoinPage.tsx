import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDevice, redeemLink } from '#client/api/redeemLink.ts';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { NarrowPage } from '#client/frame/NarrowPage.tsx';
import { type JoinTrouble, mayPass, openLink } from './openLink.ts';

type Props = { readonly secret: string | undefined; readonly onJoined: () => void };

/**
 * Trades the link's secret for this device's cookie, then opens the family room. Only a tap does so: mail filters and
 * previews of messages open links too, and would use this one up.
 */
export function JoinPage({ secret, onJoined }: Props) {
  const { t } = useTranslation(['join', 'common']);
  const [trouble, setTrouble] = useState<JoinTrouble>();
  const [attempt, setAttempt] = useState(secret === undefined ? 1 : 0);

  useEffect(() => {
    if (attempt === 0) return undefined;
    let wanted = true;
    void openLink(secret, { redeem: redeemLink, readDevice }).then((found) => {
      if (!wanted) return;
      if (found === undefined) onJoined();
      else setTrouble(found);
    });
    return () => {
      wanted = false;
    };
  }, [secret, attempt, onJoined]);

  const tryAgain = () => {
    setTrouble(undefined);
    setAttempt(attempt + 1);
  };
  if (attempt === 0) {
    return (
      <NarrowPage title={t('ask.title')} lead={t('ask.text')}>
        <Button size="lg" onClick={tryAgain}>
          {t('ask.open')}
        </Button>
      </NarrowPage>
    );
  }
  if (trouble === undefined) return <Loading words={t('opening')} />;
  return (
    <NarrowPage title={t(`${trouble}.title`)} lead={t(`${trouble}.text`)}>
      <p role="alert">{t(`${trouble}.next`)}</p>
      {mayPass(trouble) ? (
        <Button size="lg" onClick={tryAgain}>
          {t('common:retry')}
        </Button>
      ) : null}
      <CallClinic isNextStep={trouble === 'gone'} />
    </NarrowPage>
  );
}
