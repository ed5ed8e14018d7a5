import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getJson } from '#client/api/http.ts';
import { Health, ROUTES } from '#shared/protocol/http.ts';
import { CheckRow } from './CheckRow.tsx';
import css from './DeviceCheck.module.css';
import { measureNetwork, type NetworkFinding } from './measureNetwork.ts';

const TONES = { good: 'good', fair: 'caution', poor: 'caution', none: 'bad' } as const;

/** How good the connection to the clinic is, in words. */
export function NetworkCheck() {
  const { t } = useTranslation('deviceCheck');
  const [finding, setFinding] = useState<NetworkFinding>();
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    let wanted = true;
    void measureNetwork(() => getJson(ROUTES.health, Health)).then((found) => wanted && setFinding(found));
    return () => {
      wanted = false;
    };
  }, [attempt]);

  const again = () => {
    setFinding(undefined);
    setAttempt(attempt + 1);
  };
  return (
    <CheckRow
      tone={finding === undefined ? 'off' : TONES[finding]}
      says={t(finding === undefined ? 'network.measuring' : `network.${finding}`)}
    >
      {finding !== undefined && finding !== 'good' && (
        <div className={css['buttons']}>
          <Button size="sm" variant="default" onClick={again}>
            {t('network.again')}
          </Button>
        </div>
      )}
    </CheckRow>
  );
}
