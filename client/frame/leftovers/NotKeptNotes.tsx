import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { useAllLeftovers, useForgetLeftovers } from './LeftoversProvider.tsx';
import { NotKept } from './NotKept.tsx';
import css from './NotKeptNotes.module.css';

/** On any page: codes of a session that arrived too late, until somebody has read this. Rule LOG5. */
export function NotKeptNotes() {
  const { t } = useTranslation();
  const forget = useForgetLeftovers();
  return [...useAllLeftovers()].map(([sessionId, { refused }]) => (
    <div key={sessionId} className={css['note']}>
      <NotKept refused={refused}>
        <div className={`actions ${css['ways'] ?? ''}`}>
          <Button size="compact-sm" variant="default" onClick={() => forget(sessionId)}>
            {t('notKept.noted')}
          </Button>
          <ButtonLink size="compact-sm" variant="subtle" to="/session/$sessionId/review" params={{ sessionId }}>
            {t('notKept.review')}
          </ButtonLink>
        </div>
      </NotKept>
    </div>
  ));
}
