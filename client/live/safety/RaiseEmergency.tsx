import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { useQuietView, useRun } from '../LiveContext.tsx';
import css from './RaiseEmergency.module.css';

/** Pauses the window and tells the family’s supervisors that help is needed. Rule SAF3. */
export function RaiseEmergency() {
  const { t } = useTranslation('safety');
  const { session } = useQuietView();
  const run = useRun();
  if (session.emergency !== undefined || session.phase === 'closed') return null;
  return (
    <div className={css['raise']}>
      <HoldButton tone="danger" onHeld={() => void run('emergency:raise', {})}>
        {t('emergency.raise')}
      </HoldButton>
      <p className="small quiet">{t('emergency.does')}</p>
    </div>
  );
}
