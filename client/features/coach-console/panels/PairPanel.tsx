import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { QrCode } from '#client/ui/QrCode.tsx';
import { caregiverName } from '#client/live/participants.ts';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import css from './panels.module.css';

type Pairing = { readonly url: string; readonly until: string };

/** A single-use link, also as a QR code, that makes a phone the caregiver's earphones. */
export function PairPanel({ caregiverId }: { readonly caregiverId: CaregiverId }) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const { timeOf } = useClinicTime();
  const run = useRun();
  const [pairing, setPairing] = useState<Pairing>();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    let isOpen = true;
    void run('device:pair-ear', { caregiverId }).then((made) => {
      if (!made || !isOpen) return;
      const until = timeOf(made.expiresAt);
      setPairing({ url: made.url, until });
    });
    return () => {
      isOpen = false;
    };
  }, [run, caregiverId, timeOf]);

  if (!pairing) return null;
  return (
    <div className={css['stack']}>
      <p>{t('pair.text', { name: caregiverName(session, caregiverId) })}</p>
      <div className={css['code']}>
        <QrCode text={pairing.url} label={t('pair.code')} />
      </div>
      <Button
        variant="default"
        onClick={() => void navigator.clipboard.writeText(pairing.url).then(() => setCopied(true))}
      >
        {copied ? t('pair.copied') : t('pair.copy')}
      </Button>
      <p className="small quiet">{t('pair.until', { time: pairing.until })}</p>
    </div>
  );
}
