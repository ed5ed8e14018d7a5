import { useTranslation } from 'react-i18next';
import { ASSESSABLE_MS } from '#shared/domain/codingWindow.ts';
import { judge } from '#shared/domain/mastery.ts';
import { findTreatmentPhase, type Programme } from '#shared/domain/programmes/programme.ts';
import { treatmentPhaseNow } from '#shared/session/programmeOf.ts';
import { formatClock } from '../formatClock.ts';
import { caregiverName } from './participants.ts';
import { useLiveParts, useLiveView } from './LiveContext.tsx';
import { MasteryBars } from './MasteryBars.tsx';
import styles from './MasteryPanel.module.css';
import { useTick } from './useTick.ts';
import { untilAssessableMs, windowScore } from './windowScore.ts';

/** Mastery of the window shown: what is missing, and whether it can be assessed yet. */
export function MasteryPanel({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const view = useLiveView();
  const now = live.now();
  const report = windowScore(view, programme, now);
  useTick(1_000, report?.window.runningSince !== undefined);

  const phase = findTreatmentPhase(programme, treatmentPhaseNow(view.session, programme)) ?? programme.phases[0];
  const criteria = report?.score.criteria ?? phase.criteria.map((criterion) => judge(criterion, null));
  const name = caregiverName(view.session, report?.window.caregiverId ?? view.session.inPlay);
  const verdict = () => {
    if (!report) return t('mastery.none');
    if (report.score.assessable) return report.score.mastered ? t('mastery.mastered') : t('mastery.notMastered');
    if (report.window.finished)
      return t('mastery.never', {
        time: formatClock(report.codedMs, 'up'),
        length: formatClock(ASSESSABLE_MS, 'up'),
      });
    return t('mastery.soon', { time: formatClock(untilAssessableMs(report.window, now), 'down') });
  };

  return (
    <section className={styles['mastery']} aria-label={t('mastery.label')}>
      <div className={styles['head']}>
        <h2>{report ? t('mastery.of', { name }) : t('mastery.label')}</h2>
        <p data-mastered={report?.score.mastered === true}>{verdict()}</p>
      </div>
      {criteria.length > 0 ? <MasteryBars criteria={criteria} /> : <p>{t('mastery.noCriteria')}</p>}
    </section>
  );
}
