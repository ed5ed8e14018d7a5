import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { groupSessions } from './groupSessions.ts';
import css from './SessionList.module.css';
import { SessionRow } from './SessionRow.tsx';

type Props = {
  readonly sessions: readonly SessionSummary[];
  readonly now: Date;
  /** Whether the reader leads these sessions, or observes them. */
  readonly leads: boolean;
  readonly onLink: (session: SessionSummary) => void;
};

const GROUPS = ['today', 'coming', 'earlier'] as const;

/** Sessions as calm rows, by day. */
export function SessionList({ sessions, now, leads, onLink }: Props) {
  const { t } = useTranslation('start');
  const { timeZone } = useClinicTime();
  const groups = groupSessions(sessions, now, timeZone);
  return GROUPS.filter((group) => group === 'today' || groups[group].length > 0).map((group) => (
    <section key={group} className={css['group']} aria-labelledby={`sessions-${group}`}>
      <h2 id={`sessions-${group}`} className={css['heading']}>
        {t(`groups.${group}`)}
      </h2>
      {groups[group].length === 0 ? (
        <p className={css['nothing']}>{t('nothingToday')}</p>
      ) : (
        <ul className={css['rows']}>
          {groups[group].map((session) => (
            <SessionRow
              key={session.sessionId}
              session={session}
              showDay={group !== 'today'}
              leads={leads}
              onLink={() => onLink(session)}
            />
          ))}
        </ul>
      )}
    </section>
  ));
}
