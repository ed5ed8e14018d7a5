import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { Why } from '#client/ui/Why.tsx';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { percentText } from '#shared/domain/criterionFigures.ts';
import type { PracticeAttempt } from '#shared/protocol/practice.ts';
import type { Coded } from '#shared/practice/scoreRun.ts';
import { countsForCoder } from '#shared/practice/watched.ts';
import { useAttemptRemarks } from './attemptRemarks.ts';
import css from './Tables.module.css';

type Props = { readonly attempts: readonly PracticeAttempt[]; readonly clips: readonly Coded[] };

/** The attempts, newest first: when, what, and the agreement with the key. */
export function AttemptList({ attempts, clips }: Props) {
  const { t } = useTranslation('practice');
  const { dayOf, timeOf } = useClinicTime();
  const remarksOf = useAttemptRemarks();
  const titleOf = (clipId: string) => clips.find(({ offer }) => offer.id === clipId)?.offer.title ?? clipId;
  return (
    <div className={css['wide']} role="region" aria-label={t('attempts.list')} tabIndex={0}>
      <table className={css['table']}>
        <caption>{t('attempts.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('attempts.clip')}</th>
            <th scope="col">{t('attempts.when')}</th>
            <th scope="col">
              {t('attempts.agreement')} <Why rule="REL2" about={t('attempts.agreement')} />
            </th>
            <th scope="col">
              {t('attempts.kappa')} <Why rule="REL3" about={t('attempts.kappa')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => {
            const { attemptId, codedAt, clipId, score } = attempt;
            return (
              <tr key={attemptId} data-counts={countsForCoder(attempt)}>
                <th scope="row">
                  {titleOf(clipId)}
                  {remarksOf(attempt).map((remark) => (
                    <span key={remark} className={css['remark']}>
                      {remark}
                    </span>
                  ))}
                </th>
                <td className={css['when']}>
                  {formatDate(dayOf(codedAt))}, <span className={css['time']}>{timeOf(codedAt)}</span>
                </td>
                <td>{score.agreement === null ? t('attempts.nothing') : percentText(score.agreement)}</td>
                <td>{score.kappa === null ? t('attempts.nothing') : score.kappa.toFixed(2)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
