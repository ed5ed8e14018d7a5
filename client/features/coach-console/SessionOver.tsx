import { useTranslation } from 'react-i18next';
import type { Ending } from '#client/api/liveView.ts';
import { ButtonLink } from '#client/components/ButtonLink.tsx';
import { useLiveView } from '#client/components/live/LiveContext.tsx';
import { NarrowPage } from '#client/components/NarrowPage.tsx';
import type { SessionId } from '#shared/protocol/ids.ts';
import css from './SessionOver.module.css';

/** Why the session is over on this screen, and where to go from here. */
export function SessionOver({ ending, sessionId }: { readonly ending: Ending; readonly sessionId: SessionId }) {
  const { t } = useTranslation('console');
  const waiting = useLiveView().unsent.length;
  return (
    <NarrowPage title={t(`ended.${ending}`)} lead={t('ended.kept')}>
      <p role="status">{ending === 'taken-over' && waiting > 0 && t('ended.handingIn', { count: waiting })}</p>
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
