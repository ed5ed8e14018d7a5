import { useTranslation } from 'react-i18next';
import { PeopleList } from '#client/live/PeopleList.tsx';
import { RecordingConsents } from '#client/live/RecordingConsents.tsx';
import css from './SidePanel.module.css';

/** Who is here, and what of this session is recorded with whose consent. */
export function SidePanel() {
  const { t } = useTranslation(['supervision', 'console']);
  return (
    <div className={css['side']}>
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
