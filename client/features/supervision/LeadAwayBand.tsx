import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { Band } from '#client/live/Band.tsx';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';

/** When nobody leads, an observer may take over the session. */
export function LeadAwayBand() {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const run = useRun();
  const lead = session.lead && session.participants[session.lead];
  if (!lead || lead.present || session.phase === 'closed') return null;
  return (
    <Band tone="caution">
      <p role="alert">{t(lead.hasLeft ? 'supervision.leadHasLeft' : 'supervision.leadCutOff', { name: lead.name })}</p>
      <HoldButton onHeld={() => void run('lead:take', {})}>{t('supervision.take')}</HoldButton>
    </Band>
  );
}
