import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { Band } from '../Band.tsx';
import { CallButton } from '../CallButton.tsx';
import { useQuietView, useRun } from '../LiveContext.tsx';

/** Somebody in the session needs help now: who, what happens, and how staff end it. Rule SAF3. */
export function EmergencyBand({ onCall }: { readonly onCall?: () => void }) {
  const { t } = useTranslation('safety');
  const { session } = useQuietView();
  const run = useRun();
  if (session.emergency === undefined || session.phase === 'closed') return null;
  const { name = '', device = null } = session.participants[session.emergency] ?? {};
  return (
    <Band tone="danger">
      <p role="alert">
        <strong>{t(device === null ? 'emergency.byStaff' : 'emergency.byFamily', { name })}</strong>{' '}
        {t('emergency.next')}
      </p>
      {onCall && <CallButton onCall={onCall} />}
      <HoldButton onHeld={() => void run('emergency:end', {})}>{t('emergency.end')}</HoldButton>
    </Band>
  );
}
