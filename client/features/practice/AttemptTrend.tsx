import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { LinesChart } from '#client/ui/charts/LinesChart.tsx';
import { Why } from '#client/ui/Why.tsx';
import { formatDayMonth } from '#client/i18n/formatWhen.ts';
import { percentOf, percentText } from '#shared/domain/criterionFigures.ts';
import { AGREEMENT_PASSES } from '#shared/domain/reliability/bands.ts';
import type { PracticeAttempt } from '#shared/protocol/practice.ts';
import type { Coded } from '#shared/practice/scoreRun.ts';
import { countsForCoder } from '#shared/practice/watched.ts';
import { useAttemptRemarks } from './attemptRemarks.ts';

type Props = { readonly attempts: readonly PracticeAttempt[]; readonly clips: readonly Coded[] };

const GOAL = percentOf(AGREEMENT_PASSES);

/** Agreement with the key over the loaded attempts, one line per phase. */
export function AttemptTrend({ attempts, clips }: Props) {
  const { t } = useTranslation('practice');
  const { dayOf } = useClinicTime();
  const remarksOf = useAttemptRemarks();
  const inOrder = attempts.toReversed();
  const isCounted = inOrder.map(countsForCoder);
  const phases = [...new Set(inOrder.map(({ treatmentPhase }) => treatmentPhase))];
  const nameOf = (phase: string) => clips.find((clip) => clip.phase.id === phase)?.phase;
  return (
    <LinesChart
      data={{
        title: t('attempts.trend'),
        places: inOrder.map(({ codedAt }) => formatDayMonth(dayOf(codedAt))),
        series: phases.map((phase) => ({
          id: phase,
          label: nameOf(phase)?.name ?? phase,
          short: nameOf(phase)?.shortName ?? phase,
          values: inOrder.map(({ treatmentPhase, score }) => (treatmentPhase === phase ? score.agreement : null)),
        })),
        lines: [{ value: AGREEMENT_PASSES, label: t('score.goal', { percent: GOAL }) }],
        upTo: 1,
        format: percentText,
        isHollow: (place) => isCounted[place] === false,
        remarks: {
          heading: t('attempts.remarks'),
          at: inOrder.map((attempt) => remarksOf(attempt).join('. ') || t('attempts.nothing')),
        },
      }}
    >
      <p>
        {t('score.goal', { percent: GOAL })} <Why rule="REL2" about={t('score.goal', { percent: GOAL })} />{' '}
        {isCounted.every(Boolean) ? '' : t('attempts.hollow')}
      </p>
    </LinesChart>
  );
}
