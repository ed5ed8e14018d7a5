import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '#shared/protocol/http/devices.ts';
import { type HttpProblem, problemOf } from '#client/api/http.ts';
import { readDevice } from '#client/api/redeemLink.ts';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { CalmPage } from '#client/ui/calm/CalmPage.tsx';
import { Ended } from './Ended.tsx';
import { Entrance } from './Entrance.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';

type Reading =
  | { readonly is: 'reading' }
  | { readonly is: 'failed'; readonly problem: HttpProblem }
  | { readonly is: 'read'; readonly device: Device };

/** The family's page: finds out which device this browser is, then lets it in. */
export function FamilyRoomPage() {
  const { t } = useTranslation('family');
  const [reading, setReading] = useState<Reading>({ is: 'reading' });
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    let isOver = false;
    readDevice().then(
      (device) => !isOver && setReading({ is: 'read', device }),
      (error: unknown) => !isOver && setReading({ is: 'failed', problem: problemOf(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [attempt]);

  if (reading.is === 'read') {
    const { device } = reading;
    return device.isOver ? <ClosedBefore device={device} /> : <Entrance device={device} />;
  }
  if (reading.is === 'reading') return <CalmPage>{<Saying title={t('opening')} />}</CalmPage>;

  const isSignedOut = reading.problem === 'signed-out' || reading.problem === 'gone' || reading.problem === 'not-found';
  if (isSignedOut) {
    return <Ended ending="not-signed-in" coach="" isDark={false} showsCards={false} onContinue={() => undefined} />;
  }
  const words = reading.problem === 'offline' ? 'offline' : 'fault';
  return (
    <CalmPage>
      <Saying title={t(`${words}.title`)} text={t(`${words}.text`)}>
        <BigButton look="main" onPress={() => setAttempt(attempt + 1)}>
          {t(`${words}.action`)}
        </BigButton>
        <CallClinic />
      </Saying>
    </CalmPage>
  );
}

/** A page that is reloaded after the close captures nothing and connects to nothing. */
function ClosedBefore({ device: { kind, therapistName } }: { readonly device: Device }) {
  const look = { isDark: kind === 'ear', showsCards: kind !== 'room' };
  return <Ended ending="closed" coach={therapistName ?? ''} {...look} onContinue={() => undefined} />;
}
