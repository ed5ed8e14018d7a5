import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { groupSessions } from './groupSessions.ts';
import { NeedsList } from './NeedsList.tsx';
import type { Need } from './needsToday.ts';
import css from './SessionList.module.css';
import { SessionRow } from './SessionRow.tsx';

type Props = {
  readonly sessions: readonly SessionSummary[];
  readonly now: Date;
  /** Whether the reader may lead these sessions; otherwise they observe. */
  readonly leads: boolean;
  /** The reader's own name. The name of another who leads is shown. */
  readonly own: string;
  readonly needs: readonly Need[];
  readonly onLink: (session: SessionSummary) => void;
};

const GROUPS = ['today', 'coming', 'earlier'] as const;

/** Today's sessions with the next one largest, tasks for the reader, and the other sessions as rows. */
export function SessionList({ sessions, now, leads, own, needs, onLink }: Props) {
  const { t } = useTranslation('start');
  const { timeZone } = useClinicTime();
  const groups = groupSessions(sessions, now, timeZone);
  const next = groups.today.find(({ phase }) => phase !== 'closed');
  return GROUPS.filter((group) => group === 'today' || groups[group].length > 0).map((group) => (
    <Fragment key={group}>
      <section className={css['group']} aria-labelledby={`sessions-${group}`}>
        <h2 id={`sessions-${group}`} className="caption">
          {t(`groups.${group}`)}
        </h2>
        {groups[group].length === 0 ? (
          <p className={css['nothing']}>{t('nothingToday')}</p>
        ) : (
          <ul className="rows">
            {groups[group].map((session) => (
              <SessionRow
                key={session.sessionId}
                session={session}
                showDay={group !== 'today'}
                isNext={session === next}
                leads={leads}
                own={own}
                onLink={() => onLink(session)}
              />
            ))}
          </ul>
        )}
      </section>
      {group === 'today' ? <NeedsList needs={needs} /> : null}
    </Fragment>
  ));
}
