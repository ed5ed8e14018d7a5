import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDemo } from '#client/api/redeemLink.ts';
import { Loading } from '#client/ui/Loading.tsx';
import { NarrowPage } from '#client/frame/NarrowPage.tsx';

type Props = {
  readonly secret: string | undefined;
  readonly onOpened: () => void;
  readonly onSignIn: () => void;
};

/** Opens the demo clinic with one of the links that the server printed. */
export function DemoPage({ secret, onOpened, onSignIn }: Props) {
  const { t } = useTranslation('signIn');
  const [failed, setFailed] = useState(secret === undefined);

  useEffect(() => {
    if (secret === undefined) return;
    openDemo(secret).then(onOpened, () => setFailed(true));
  }, [secret, onOpened]);

  if (!failed) return <Loading words={t('demo.opening')} />;
  return (
    <NarrowPage title={t('demo.failed')} lead={t('demo.failedNext')}>
      <p>
        <Button variant="default" onClick={onSignIn}>
          {t('demo.toSignIn')}
        </Button>
      </p>
    </NarrowPage>
  );
}
