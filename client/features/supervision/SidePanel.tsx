import { useTranslation } from 'react-i18next';
import { PeopleList } from '#client/live/PeopleList.tsx';
import { RecordingConsents } from '#client/live/RecordingConsents.tsx';
import { useQuietView } from '#client/live/LiveContext.tsx';
import { RaiseEmergency } from '#client/live/safety/RaiseEmergency.tsx';
import { SafetyLines } from '#client/live/safety/SafetyLines.tsx';
import { useSafetySheet } from '#client/live/safety/useSafetySheet.ts';
import css from './SidePanel.module.css';

/** Whom to call, who is here, and what of this session is recorded with whose consent. */
export function SidePanel() {
  const { t } = useTranslation(['supervision', 'console']);
  return (
    <div className={css['side']}>
      <SafetySection />
      <section aria-label={t('side.people')}>
        <PeopleList />
      </section>
      <section className={css['recording']} aria-label={t('console:panel.recording')}>
        <h2 className={css['title']}>{t('console:panel.recording')}</h2>
        <RecordingConsents />
      </section>
    </div>
  );
}

/** The safety sheet while it is needed, and the button that says so. */
function SafetySection() {
  const { t } = useTranslation('safety');
  const { session, self } = useQuietView();
  const isSupervisor = self?.role === 'supervisor';
  return (
    <section aria-label={t('title')}>
      {session.emergency !== undefined && isSupervisor ? <Sheet /> : null}
      <RaiseEmergency />
    </section>
  );
}

function Sheet() {
  const { t } = useTranslation('safety');
  const { answer } = useSafetySheet();
  if (answer === undefined) return <p>{t('loading')}</p>;
  return answer.kept === null ? <p>{t('noneShort')}</p> : <SafetyLines kept={answer.kept} />;
}
