import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { formatClock } from '#client/ui/formatClock.ts';
import { phaseName } from '#shared/session/observing.ts';
import { useReview } from '../reviewContext.ts';
import { recordedTracksOf } from './recordedTracksOf.ts';
import css from './SessionPanel.module.css';
import { WithdrawConsent } from './WithdrawConsent.tsx';

/** Who, when, what was recorded with whose consent, and the phases. */
export function SessionPanel() {
  const { t } = useTranslation(['review', 'common']);
  const { whenOf } = useClinicTime();
  const { review, player } = useReview();
  const { session, state, program } = review;
  const names = new Intl.ListFormat('en').format(session.caregivers.map(({ name }) => name));
  const recorded = recordedTracksOf(state);
  return (
    <div className={css['panel']}>
      <dl className={css['facts']}>
        <dt>{t('session.when')}</dt>
        <dd>{whenOf(session.startsAt)}</dd>
        <dt>{t('session.family')}</dt>
        <dd>{t('session.with', { family: session.familyName, names })}</dd>
        <dt>{t('session.coach')}</dt>
        <dd>{session.therapistName}</dd>
        <dt>{t('session.program')}</dt>
        <dd>{t('session.version', { name: program.name, version: program.version })}</dd>
        <dt>{t('session.recorded')}</dt>
        <dd className={css['recorded']}>
          {recorded.length === 0 && t('session.nothingRecorded')}
          {recorded.map(({ track, ms }) => (
            <span key={track} className={css['line']}>
              {t('session.track', { track: t(`track.${track}`), length: formatClock(ms, 'up') })}
            </span>
          ))}
          <WithdrawConsent />
        </dd>
      </dl>
      <h3>{t('session.phases')}</h3>
      <ol className={css['phases']}>
        {state.phases.map(({ phase, since }) => (
          <li key={since}>
            <button type="button" onClick={() => player.seek(since)}>
              <span className={css['time']}>{formatClock(since, 'up')}</span>
              {t(`common:phase.${phaseName(state, phase)}`)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
