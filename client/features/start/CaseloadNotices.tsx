import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { formatShortDay } from '#client/i18n/formatWhen.ts';
import type { CaseloadNotice } from '#shared/protocol/http/caseloads.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import css from './SessionList.module.css';

/** Tells a therapist of families that somebody brought to them, and of those that they cover. */
export function CaseloadNotices() {
  const { t } = useTranslation('caseloads');
  const queries = useQueryClient();
  const notices = useQuery(queryOf('caseload-notices:list'));
  const dismissing = useMutation({
    mutationFn: (families: FamilyId[]) => call('caseload-notices:dismiss', { body: { families } }),
    onSuccess: () => invalidate(queries, 'caseload-notices:list'),
  });
  if (notices.data === undefined || notices.data.length === 0) return null;
  // A family that came meanwhile stays listed.
  const dismiss = () => dismissing.mutate(notices.data.map(({ familyId }) => familyId));
  return (
    <section className={css['group']} aria-labelledby="caseload-notices">
      <h2 id="caseload-notices" className="caption">
        {t('notices.title')}
      </h2>
      <ul className={css['needs']}>
        {notices.data.map((notice) => (
          <li key={notice.familyId}>
            <Link to="/families/$familyId" params={{ familyId: notice.familyId }}>
              <NoticeWords notice={notice} />
            </Link>
          </li>
        ))}
      </ul>
      {notices.data.some(({ cover }) => cover === null) && (
        <Button size="xs" variant="default" mt="sm" loading={dismissing.isPending} onClick={dismiss}>
          {t('notices.dismiss')}
        </Button>
      )}
      {dismissing.isError && <HttpErrorNote error={dismissing.error} />}
    </section>
  );
}

function NoticeWords({ notice: { familyName: family, cover, by } }: { readonly notice: CaseloadNotice }) {
  const { t } = useTranslation('caseloads');
  if (cover !== null) return t('notices.covering', { family, absent: cover.for, day: formatShortDay(cover.until) });
  return by === null ? t('notices.given', { family }) : t('notices.handed', { family, by });
}
