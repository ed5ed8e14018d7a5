import { Button, NativeSelect } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { HoldDialog } from '#client/planning/HoldDialog.tsx';
import { TherapistLines } from '#client/planning/TherapistLines.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import type { AssignedFamily } from '#shared/protocol/http/caseloads.ts';
import { type FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import css from './CaseloadsPage.module.css';

/** Which families are shown: all, those that nobody treats, or those of one therapist. */
type Shown = 'all' | 'nobody' | ParticipantId;

const familiesQuery = (shown: Shown) =>
  infiniteQueryOptions({
    queryKey: ['caseloads:list', shown],
    queryFn: ({ pageParam }) =>
      call('caseloads:list', {
        query: { ...(shown !== 'all' && { of: shown }), ...(pageParam !== null && { after: pageParam }) },
      }),
    initialPageParam: null as FamilyId | null,
    getNextPageParam: ({ next }) => next,
  });

/** For the admin: every family by its name alone, and who treats it. Rule PER9. */
export function CaseloadsPage() {
  const { t } = useTranslation(['caseloads', 'teams']);
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      {useMe().role === 'admin' ? (
        <Caseloads />
      ) : (
        <EmptyState title={t('teams:notAdmin')}>{t('teams:askAdmin')}</EmptyState>
      )}
    </PageFrame>
  );
}

function Caseloads() {
  const { t } = useTranslation(['caseloads', 'erasures']);
  const [shown, setShown] = useState<Shown>('all');
  const [holding, setHolding] = useState<AssignedFamily>();
  const therapists = useQuery(queryOf('colleagues:list'));
  const pages = useInfiniteQuery(familiesQuery(shown));
  const families = pages.data?.pages.flatMap((page) => page.families);
  const kind = shown === 'all' ? 'all' : shown === 'nobody' ? 'nobody' : 'of';
  return (
    <>
      <NativeSelect
        label={t('show')}
        className={css['show']}
        value={shown}
        onChange={({ currentTarget: { value } }) =>
          setShown(value === 'all' || value === 'nobody' ? value : ParticipantId.parse(value))
        }
        data={[
          { value: 'all', label: t('all') },
          { value: 'nobody', label: t('nobody') },
          ...(therapists.data ?? []).map(({ userId, name }) => ({ value: userId, label: t('of', { name }) })),
        ]}
      />
      {pages.isPending && <Loading />}
      {pages.isError && <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {families?.length === 0 && <EmptyState title={t(`empty.${kind}`)}>{t(`empty.${kind}Text`)}</EmptyState>}
      {families !== undefined && families.length > 0 && (
        <ul className="rows">
          {families.map((family) => (
            <li key={family.familyId} className={css['row']}>
              <div>
                <p className="strong">{family.name}</p>
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={t('erasures:holdDialog.set', { family: family.name })}
                  onClick={() => setHolding(family)}
                >
                  {t('erasures:section.set')}
                </Button>
              </div>
              <TherapistLines family={family} />
            </li>
          ))}
        </ul>
      )}
      <MoreButton pages={pages}>{t('more')}</MoreButton>
      {holding && <HoldDialog family={holding} act="set" onClose={() => setHolding(undefined)} />}
    </>
  );
}
