import { useTranslation } from 'react-i18next';
import type { Ending } from '#client/api/liveView.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { useLeftovers } from '#client/frame/leftovers/LeftoversProvider.tsx';
import { NotKept } from '#client/frame/leftovers/NotKept.tsx';
import { NarrowPage } from '#client/frame/NarrowPage.tsx';
import type { SessionId } from '#shared/protocol/ids.ts';
import { type LeftBehind, sessionOverStatements } from './sessionOverStatements.ts';
import css from './SessionOver.module.css';

type SessionOverProps = {
  readonly ending: Ending;
  readonly sessionId: SessionId;
  readonly left: LeftBehind;
};

/** For a session that was already over when this page opened. */
export function SessionClosedBefore({ sessionId }: { readonly sessionId: SessionId }) {
  return <SessionOver ending="closed" sessionId={sessionId} left={{ ...useLeftovers(sessionId), isKept: true }} />;
}

/** Why the session is over on this screen, and where to go from here. */
export function SessionOver({ ending, sessionId, left }: SessionOverProps) {
  const { t } = useTranslation('console');
  const { unsent, kept } = sessionOverStatements(ending, left);
  return (
    <NarrowPage title={t(`ended.${ending}`)}>
      <p role="status">{unsent && t(`ended.${unsent}`, { count: left.unsent.length })}</p>
      <NotKept refused={left.refused} />
      <p>{t(`ended.${kept}`)}</p>
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

/** For an address without a session that this person may see: it never existed, or belongs to somebody else. */
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
