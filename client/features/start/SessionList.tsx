import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { type Needs, SESSION_GROUPS, type SessionGroup, type SessionSummary } from '#shared/protocol/http/sessions.ts';
import { NeedsList } from './NeedsList.tsx';
import css from './SessionList.module.css';
import { SessionRow } from './SessionRow.tsx';
import type { SessionPages } from './useSessionPages.ts';

type Props = {
  readonly groups: Readonly<Record<SessionGroup, SessionPages>>;
  /** Whether only some families are shown. */
  readonly isSearch: boolean;
  /** Whether the reader may lead these sessions; otherwise they observe. */
  readonly leads: boolean;
  /** The reader's own name. The name of another who leads is shown. */
  readonly own: string;
  readonly needs: Needs | undefined;
  readonly onLink: (session: SessionSummary) => void;
};

/** Today's sessions with the next one largest, tasks for the reader, and the other sessions as rows. */
export function SessionList({ groups, isSearch, leads, own, needs, onLink }: Props) {
  const { t } = useTranslation('start');
  const next = groups.today.sessions?.find(({ phase }) => phase !== 'closed');
  return SESSION_GROUPS.map((group) => {
    const { pages, sessions = [] } = groups[group];
    return (
      <Fragment key={group}>
        {(sessions.length > 0 || (group === 'today' && !isSearch)) && (
          <section className={css['group']} aria-labelledby={`sessions-${group}`}>
            <h2 id={`sessions-${group}`} className="caption">
              {t(`groups.${group}`)}
            </h2>
            {sessions.length === 0 ? (
              <p className={css['nothing']}>{t('nothingToday')}</p>
            ) : (
              <ul className="rows">
                {sessions.map((session) => (
                  <SessionRow
                    key={session.sessionId}
                    session={session}
                    showDay={group !== 'today'}
                    isNext={session === next && !isSearch}
                    leads={leads}
                    own={own}
                    onLink={() => onLink(session)}
                  />
                ))}
              </ul>
            )}
            {pages.hasNextPage && (
              <Button
                variant="default"
                mt="md"
                loading={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {t(`more.${group}`)}
              </Button>
            )}
          </section>
        )}
        {group === 'today' && !isSearch && needs !== undefined && <NeedsList needs={needs} />}
      </Fragment>
    );
  });
}
