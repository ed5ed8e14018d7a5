import { useTranslation } from 'react-i18next';
import type { Leftovers } from '#client/api/leftovers.ts';
import type { Ending } from '#client/api/liveView.ts';
import { ButtonLink } from '#client/components/ButtonLink.tsx';
import { useLeftovers } from '#client/components/leftovers/LeftoversProvider.tsx';
import { NotKept } from '#client/components/leftovers/NotKept.tsx';
import { NarrowPage } from '#client/components/NarrowPage.tsx';
import type { SessionId } from '#shared/protocol/ids.ts';
import css from './SessionOver.module.css';

type SessionOverProps = {
  readonly ending: Ending;
  readonly sessionId: SessionId;
  /** What was pressed here and is not written. */
  readonly left: Leftovers;
};

/** A session that was over before this page was opened. */
export function SessionClosedBefore({ sessionId }: { readonly sessionId: SessionId }) {
  return <SessionOver ending="closed" sessionId={sessionId} left={useLeftovers(sessionId)} />;
}

/** Why the session is over on this screen, and where to go from here. */
export function SessionOver({ ending, sessionId, left }: SessionOverProps) {
  const { t } = useTranslation('console');
  const { unsent, refused } = left;
  const isHandedIn = ending === 'taken-over' || ending === 'closed';
  return (
    <NarrowPage title={t(`ended.${ending}`)} lead={t(refused.length === 0 ? 'ended.kept' : 'ended.keptRest')}>
      <p role="status">{isHandedIn && unsent.length > 0 && t('ended.handingIn', { count: unsent.length })}</p>
      <NotKept refused={refused} />
      <div className={css['ways']}>
        {ending === 'closed' && (
          <ButtonLink to="/session/$sessionId/report" params={{ sessionId }}>
            {t('ended.report')}
          </ButtonLink>
        )}
        {ending === 'closed' && (
          <ButtonLink to="/session/$sessionId/review" params={{ sessionId }} variant="default">
            {t('ended.review')}
          </ButtonLink>
        )}
        <ButtonLink to="/" variant="default">
          {t('ended.next')}
        </ButtonLink>
      </div>
    </NarrowPage>
  );
}

/** An address that leads to no session of this person: it never existed, or it is somebody else's. */
export function UnknownSession() {
  const { t } = useTranslation('console');
  return (
    <NarrowPage title={t('ended.unknown')} lead={t('ended.unknownText')}>
      <div className={css['ways']}>
        <ButtonLink to="/" variant="default">
          {t('ended.next')}
        </ButtonLink>
      </div>
    </NarrowPage>
  );
}
