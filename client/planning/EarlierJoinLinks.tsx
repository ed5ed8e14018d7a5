import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { call } from '#client/api/http.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import type { ListedLink } from '#shared/protocol/http/link.ts';
import type { LinkId, SessionId } from '#shared/protocol/ids.ts';
import { LinkList } from './LinkList.tsx';

type Props = {
  readonly sessionId: SessionId;
  /** The link that was just made. It is shown as text, so the list leaves it out. */
  readonly newest: LinkId;
};

/** The session's links before the one that was just made. */
export function EarlierJoinLinks({ sessionId, newest }: Props) {
  const { t } = useTranslation('planning');
  const { whenOf } = useClinicTime();
  const queries = useQueryClient();
  const links = useQuery({ ...queryOf('session-links:list', { sessionId }), gcTime: 0 });
  if (links.isError) return <HttpErrorNote error={links.error} onRetry={() => void links.refetch()} />;

  const textOf = ({ kind, state, expiresAt, usedAt, usedBy }: ListedLink) =>
    t(`links.${kind}.${state}`, {
      when: whenOf(usedAt ?? expiresAt),
      device: t(`links.device.${usedBy?.kind ?? 'unknown'}`),
    });

  return (
    <LinkList
      links={(links.data ?? [])
        .filter(({ linkId }) => linkId !== newest)
        .map((link) => ({ ...link, text: textOf(link) }))}
      closeWords={t('links.turnAway')}
      onWithdraw={async (linkId) => {
        await call('session-links:withdraw', { sessionId, linkId });
        await invalidate(queries, 'session-links:list');
      }}
    />
  );
}
