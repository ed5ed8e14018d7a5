import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '#client/api/http.ts';
import { readDevice, redeemLink } from '#client/api/redeemLink.ts';
import { CallClinic } from '#client/components/CallClinic.tsx';
import { Loading } from '#client/components/Loading.tsx';
import { NarrowPage } from '#client/components/NarrowPage.tsx';
import { type JoinTrouble, troubleOf } from './joinTrouble.ts';

type Props = { readonly secret: string | undefined; readonly onJoined: () => void };

/** Trades the link's secret for this device's cookie, and goes on to the family room. */
export function JoinPage({ secret, onJoined }: Props) {
  const { t } = useTranslation(['join', 'common']);
  const [trouble, setTrouble] = useState<JoinTrouble>();
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    let wanted = true;
    join(secret).then(
      () => wanted && onJoined(),
      (error: unknown) => wanted && setTrouble(troubleOf(problemOf(error), secret !== undefined)),
    );
    return () => {
      wanted = false;
    };
  }, [secret, attempt, onJoined]);

  if (trouble === undefined) return <Loading words={t('opening')} />;
  const tryAgain = () => {
    setTrouble(undefined);
    setAttempt(attempt + 1);
  };
  return (
    <NarrowPage title={t(`${trouble}.title`)} lead={t(`${trouble}.text`)}>
      <p role="alert">{t(`${trouble}.next`)}</p>
      {trouble === 'gone' || trouble === 'incomplete' ? null : (
        <Button size="lg" onClick={tryAgain}>
          {t('common:retry')}
        </Button>
      )}
      <CallClinic />
    </NarrowPage>
  );
}

/** Without a secret, or with one that is used up, this browser may be the very device that used it. */
async function join(secret: string | undefined): Promise<void> {
  try {
    if (secret !== undefined) {
      await redeemLink(secret);
      return;
    }
  } catch (error) {
    if (problemOf(error) !== 'gone') throw error;
    await readDevice().catch(() => {
      throw error;
    });
    return;
  }
  await readDevice();
}
