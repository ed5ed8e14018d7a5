import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { call } from '#client/api/http.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { LinkList } from '#client/planning/LinkList.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import type { CaregiverId, LinkId } from '#shared/protocol/ids.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';

type Props = {
  readonly caregiverId: CaregiverId;
  /** The link that was just made. It is shown as text, so the list leaves it out. */
  readonly newest: LinkId;
};

/** The links to a caregiver's diary before the one that was just made. */
export function EarlierDiaryLinks({ caregiverId, newest }: Props) {
  const { t } = useTranslation('families');
  const { dayOf } = useClinicTime();
  const { familyId } = useFamilyScreen().record.family;
  const queries = useQueryClient();
  const links = useQuery({ ...queryOf('diary-links:list', { familyId }), gcTime: 0 });
  if (links.isError) return <HttpErrorNote error={links.error} onRetry={() => void links.refetch()} />;

  return (
    <LinkList
      links={(links.data ?? [])
        .filter((link) => link.caregiverId === caregiverId && link.linkId !== newest)
        .map(({ linkId, state, usedAt, expiresAt }) => ({
          linkId,
          state,
          text: t(`diary.link.${state}`, { when: formatDate(dayOf(usedAt ?? expiresAt)) }),
        }))}
      closeWords={t('diary.close')}
      onWithdraw={async (linkId) => {
        await call('diary-links:withdraw', { familyId, linkId });
        await invalidate(queries, 'diary-links:list');
      }}
    />
  );
}
