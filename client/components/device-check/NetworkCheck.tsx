import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunningCheck } from './openCheck.ts';
import { CheckRow } from './CheckRow.tsx';
import css from './DeviceCheck.module.css';
import type { MediaFinding } from './mediaFinding.ts';

const TONES = { good: 'good', fair: 'caution', poor: 'caution', blocked: 'bad', none: 'bad' } as const;

type Props = {
  /** Begins a check, once it is known what there is to send. */
  readonly begin: (() => RunningCheck) | undefined;
};

/** Whether picture and sound get to the clinic and back, in words. */
export function NetworkCheck({ begin }: Props) {
  const { t } = useTranslation('deviceCheck');
  const [finding, setFinding] = useState<MediaFinding>();
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    if (begin === undefined) return;
    let wanted = true;
    const check = begin();
    check.finding.then(
      (found) => wanted && setFinding(found),
      () => wanted && setFinding('blocked'),
    );
    return () => {
      wanted = false;
      check.close();
    };
  }, [begin, attempt]);

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
