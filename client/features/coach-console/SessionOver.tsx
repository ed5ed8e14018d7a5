import { useTranslation } from 'react-i18next';
import type { Ending } from '#client/api/liveView.ts';
import { ButtonLink } from '#client/components/ButtonLink.tsx';
import { NarrowPage } from '#client/components/NarrowPage.tsx';
import type { SessionId } from '#shared/protocol/ids.ts';
import css from './SessionOver.module.css';

type SessionOverProps = {
  readonly ending: Ending;
  readonly sessionId: SessionId;
  /** How many presses of this window are still being sent. */
  readonly waiting?: number;
};

/** Why the session is over on this screen, and where to go from here. */
export function SessionOver({ ending, sessionId, waiting = 0 }: SessionOverProps) {
  const { t } = useTranslation('console');
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
