import { useTranslation } from 'react-i18next';
import { percentText } from '#shared/domain/criterionFigures.ts';
import { useClinicTime } from '#client/api/clinic.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { Why } from '#client/ui/Why.tsx';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import type { ReviewCase } from '#shared/protocol/review.ts';
import css from './ReviewsPage.module.css';

/** One finished session: whose, what exists of it, and the state of its review. */
export function ReviewRow({ reviewed }: { readonly reviewed: ReviewCase }) {
  const { t } = useTranslation('reviews');
  const { dayOf, whenOf } = useClinicTime();
  const { session, closedAt, recordedMs, secondCodings, comments, fidelity, signedOff } = reviewed;
  const { sessionId, familyName, therapistName, startsAt, program, programVersion, stage } = session;
  const when = whenOf(startsAt);
  const stageName = findProgram(program, programVersion)?.course.find(({ id }) => id === stage)?.name;
  const found = [
    t('row.therapist', { name: therapistName }),
    recordedMs > 0 ? t('row.recorded', { length: formatClock(recordedMs, 'up') }) : t('row.notRecorded'),
    ...(secondCodings > 0 ? [t('row.codings', { count: secondCodings })] : []),
    ...(comments > 0 ? [t('row.comments', { count: comments })] : []),
    ...(fidelity === null ? [] : [t('row.fidelity', { percent: percentText(fidelity) })]),
  ];
  return (
    <li className={css['row']}>
      <time dateTime={startsAt} className={css['when']}>
        {when}
      </time>
      <div>
        <p className="strong">
          {familyName}
          {stageName !== undefined && <span className="aside">{stageName}</span>}
        </p>
        <p className="quiet small">
          {found.join(' · ')} {fidelity !== null && <Why rule="FID1" about={t('row.fidelity', { percent: '' })} />}
        </p>
        <p className="quiet small">
          {signedOff === null
            ? t('row.waits', { when: formatDate(dayOf(closedAt)) })
            : t('row.signedOff', { name: signedOff.name, when: formatDate(dayOf(signedOff.at)) })}
        </p>
      </div>
      <ButtonLink
        to="/session/$sessionId/review"
        params={{ sessionId }}
        size="sm"
        variant={signedOff === null ? 'light' : 'subtle'}
        aria-label={t('row.reviewOf', { family: familyName, when })}
      >
        {t('row.review')}
      </ButtonLink>
    </li>
  );
}
