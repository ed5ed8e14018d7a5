import { useTranslation } from 'react-i18next';
import { skillToCoach } from '#shared/domain/coaching/skillToCoach.ts';
import { judge } from '#shared/domain/mastery.ts';
import type { Phase } from '#shared/domain/phase.ts';
import { isMasteryPhase, type Program } from '#shared/domain/programs/program.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import { caregiverName } from './participants.ts';
import { useLiveParts, useLiveView } from './LiveContext.tsx';
import { MasteryBars } from './MasteryBars.tsx';
import styles from './MasteryPanel.module.css';
import { useMasteryVerdict } from './useMasteryVerdict.ts';
import { useTick } from './useTick.ts';
import { judgedWindows, phaseNow, windowScore } from './windowScore.ts';
import { Why } from '#client/ui/Why.tsx';

/** Phases in which the last window decides what to coach. */
const LOOKS_BACK: readonly Phase[] = ['coaching', 'feedback'];

/** Progress of the shown window towards its goals: what is missing, and whether it can be assessed yet. */
export function MasteryPanel({ program }: { readonly program: Program }) {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const view = useLiveView();
  const now = live.now();
  const report = windowScore(view, program, now);
  useTick(1_000, report?.window.runningSince !== undefined);

  const phase = phaseNow(view.session, program);
  const verdict = useMasteryVerdict(report, phase, now);
  const kind = isMasteryPhase(phase) ? 'mastery' : 'practice';
  const criteria = report?.score.criteria ?? phase.criteria.map((criterion) => judge(criterion, null, false));
  const goals = report?.score.goals ?? phase.practiceGoals.map((criterion) => judge(criterion, null, false));
  const name = caregiverName(view.session, report?.window.caregiverId ?? view.session.inPlay);

  const next = LOOKS_BACK.includes(view.session.phase) ? skillToCoach(judgedWindows(view, program, now)) : undefined;
  // Other rows stand above the bars, and all bars must be in view on a laptop while coding.
  const isCrowded =
    next !== undefined ||
    phase.sequence !== undefined ||
    (report !== undefined && windowStanding(report.window, now).is !== 'sound');

  return (
    <section className={styles['mastery']} aria-label={t(`mastery.label.${kind}`)}>
      <div className={styles['head']}>
        <h2>{report ? t('mastery.of', { name, phase: phase.shortName }) : t(`mastery.label.${kind}`)}</h2>
        <p data-mastered={report?.score.mastered === true}>{verdict}</p>
      </div>
      {next !== undefined && (
        <p className={styles['next']}>
          {t('mastery.coachNext', { skill: next.label })} <Why rule="NXT1" about={next.label} />
        </p>
      )}
      {criteria.length > 0 && <MasteryBars criteria={criteria} isCrowded={isCrowded} />}
      {goals.length > 0 && (
        <>
          {criteria.length > 0 && <h3 className={styles['goals']}>{t('mastery.goals')}</h3>}
          <MasteryBars criteria={goals} isCrowded={isCrowded || criteria.length > 0} />
        </>
      )}
      {criteria.length + goals.length === 0 && <p>{t('mastery.noCriteria')}</p>}
    </section>
  );
}
