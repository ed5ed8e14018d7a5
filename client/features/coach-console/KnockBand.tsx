import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import { Band } from '#client/live/Band.tsx';
import { knockingDevices } from '#client/live/participants.ts';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';

/** Asks whether to let in a waiting device. One device at a time. */
export function KnockBand() {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const run = useRun();
  const [first, ...more] = knockingDevices(session);
  if (first === undefined) return null;
  const { participantId, name, device } = first;
  return (
    <Band tone="accent">
      <p>
        <strong>{t('knock.waiting', { name })}</strong> {device === 'combined' && <span>{t('knock.combined')}</span>}{' '}
        {more.length > 0 && <span>{t('knock.more', { count: more.length })}</span>}
      </p>
      <Button
        onClick={() => void run('device:admit', { participantId })}
        aria-keyshortcuts="Alt+A"
        rightSection={<KeyCap isOnButton>Alt A</KeyCap>}
      >
        {t('knock.letIn')}
      </Button>
      <HoldButton onHeld={() => void run('device:turn-away', { participantId })}>{t('knock.turnAway')}</HoldButton>
    </Band>
  );
}
