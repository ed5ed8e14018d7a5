import { MoreButton } from '#client/ui/MoreButton.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Needs, SessionGroup, SessionSummary } from '#shared/protocol/http/sessions.ts';
import { NeedsList } from './NeedsList.tsx';
import css from './SessionList.module.css';
import { SessionRow } from './SessionRow.tsx';
import type { SessionPages } from './useSessionPages.ts';

type Props = {
  readonly groups: Readonly<Record<SessionGroup, SessionPages>>;
  /** The field that searches sessions of other days, and what was looked for. */
  readonly search: ReactNode;
  readonly found: string;
  /** Whether the reader may lead these sessions; otherwise they observe. */
  readonly leads: boolean;
  /** The reader's own name. The name of another who leads is shown. */
  readonly own: string;
  readonly needs: Needs | undefined;
  readonly onLink: (session: SessionSummary) => void;
};

const OTHER_DAYS = ['coming', 'earlier'] as const;

/** Today's sessions with the next one largest, tasks for the reader, and the sessions of other days as rows. */
export function SessionList({ groups, search, found, needs, ...rows }: Props) {
  const { t } = useTranslation('start');
  const isAny = OTHER_DAYS.some((group) => (groups[group].sessions ?? []).length > 0);
  return (
    <>
      <Group group="today" pages={groups.today} {...rows} />
      {needs !== undefined && <NeedsList needs={needs} />}
      {(isAny || found !== '') && <div className={css['group']}>{search}</div>}
      {!isAny && found !== '' && <p role="status">{t('nothingFound', { words: found })}</p>}
      {OTHER_DAYS.map((group) => (
        <Group key={group} group={group} pages={groups[group]} {...rows} />
      ))}
    </>
  );
}

type GroupProps = Pick<Props, 'leads' | 'own' | 'onLink'> & {
  readonly group: SessionGroup;
  readonly pages: SessionPages;
};

function Group({ group, pages: { pages, sessions = [] }, leads, own, onLink }: GroupProps) {
  const { t } = useTranslation('start');
  const isToday = group === 'today';
  const next = isToday ? sessions.find(({ phase }) => phase !== 'closed') : undefined;
  if (sessions.length === 0 && !isToday) return null;
  return (
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
              showDay={!isToday}
              isNext={session === next}
              leads={leads}
              own={own}
              onLink={() => onLink(session)}
            />
          ))}
        </ul>
      )}
      <MoreButton pages={pages}>{t(`more.${group}`)}</MoreButton>
    </section>
  );
}
