import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { formatShortDay } from '#client/i18n/formatWhen.ts';
import { isLivePhase } from '#shared/domain/phase.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { phaseOf } from './phaseOf.ts';
import { plannedFor } from './plannedFor.ts';
import css from './SessionList.module.css';

type Props = {
  readonly session: SessionSummary;
  readonly showDay: boolean;
  readonly isNext: boolean;
  readonly leads: boolean;
  readonly own: string;
  readonly onLink: () => void;
};

/** One session: when, with whom, its state, and possible actions. */
export function SessionRow({ session, showDay, isNext, leads, own, onLink }: Props) {
  const { t } = useTranslation(['start', 'common']);
  const { dayOf, timeOf } = useClinicTime();
  const { sessionId, familyName, childInitials, caregivers, therapistName, phase } = session;
  const names = new Intl.ListFormat('en').format(caregivers.map(({ name }) => name));
  const planned = plannedFor(session);
  const details = [
    t('row.caregivers', { names }),
    ...(childInitials === '' ? [] : [t('row.child', { initials: childInitials })]),
    ...(leads && therapistName === own ? [] : [t('row.therapist', { name: therapistName })]),
  ];
  return (
    <li className={css['row']} data-featured={isNext || undefined}>
      <time dateTime={session.startsAt} className={css['when']}>
        {showDay && <span className={css['day']}>{formatShortDay(dayOf(session.startsAt))}</span>}
        {timeOf(session.startsAt)}
      </time>
      <div>
        <p className={css['family']}>
          <Link
            to="/families/$familyId"
            params={{ familyId: session.familyId }}
            aria-label={t('row.progressFor', { family: familyName })}
          >
            {familyName}
          </Link>
          {planned !== undefined && <span className="aside">{planned}</span>}
        </p>
        <p className="quiet small">{details.join(' · ')}</p>
      </div>
      <div className={`quiet small ${css['phase'] ?? ''}`}>
        <StatusDot tone={isLivePhase(phase) ? 'good' : 'off'} label={t(`common:phase.${phaseOf(session)}`)} />
      </div>
      <div className={css['doing']}>
        {phase !== 'preparing' && (
          <ButtonLink
            to="/session/$sessionId/report"
            params={{ sessionId }}
            size="sm"
            variant="subtle"
            aria-label={t('row.reportFor', { family: familyName })}
          >
            {t('row.report')}
          </ButtonLink>
        )}
        {phase === 'closed' && (
          <ButtonLink
            to="/session/$sessionId/review"
            params={{ sessionId }}
            size="sm"
            variant="subtle"
            aria-label={t('row.reviewFor', { family: familyName })}
          >
            {t('row.review')}
          </ButtonLink>
        )}
        {phase !== 'closed' && leads && (
          <Button size="sm" variant="subtle" onClick={onLink} aria-label={t('row.linkFor', { family: familyName })}>
            {t('row.link')}
          </Button>
        )}
        {phase !== 'closed' && (
          <ButtonLink
            to="/session/$sessionId"
            params={{ sessionId }}
            size={isNext ? 'md' : 'sm'}
            variant={isNext ? 'filled' : 'light'}
            aria-label={t(leads ? 'row.openFor' : 'row.observeFor', { family: familyName })}
          >
            {t(leads ? 'row.open' : 'row.observe')}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}
