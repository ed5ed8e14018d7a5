import { useTranslation } from 'react-i18next';
import { isMasteryPhase } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import type { WindowReport } from '#shared/session/sessionReport.ts';
import { formatClock } from '#client/ui/formatClock.ts';
import { untilAssessableMs } from './windowScore.ts';

/** A window's overall result in one line: assessed, not yet, or never. Rules WIN1, PDI5. */
export function useMasteryVerdict(report: WindowReport | undefined, phase: TreatmentPhase, now: number): string {
  const { t } = useTranslation('console');
  if (!report) return t('mastery.none');
  const { window, score, codedMs } = report;
  const kind = isMasteryPhase(phase) ? 'mastery' : 'practice';
  if (windowStanding(window, now).is === 'void') return t('mastery.doesNotCount');
  if (score.assessable) return t(score.mastered ? `mastery.reachedAll.${kind}` : `mastery.notAll.${kind}`);

  const { assessable } = phase;
  const left = untilAssessableMs(window, phase, now);
  if (window.finished && left > 0) {
    return t('mastery.never', {
      time: formatClock(codedMs, 'up'),
      length: formatClock(assessable.codedMs, 'up'),
    });
  }
  if (left > 0) return t('mastery.soon', { time: formatClock(left, 'down') });
  const count = score.commands?.directCommands ?? 0;
  const needed = assessable.directCommands;
  return window.finished
    ? t('mastery.neverCommands', { count, needed })
    : t('mastery.soonCommands', { count: Math.max(0, needed - count) });
}
