import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { useMe } from '#client/api/me.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { FamilyDialog } from '#client/planning/FamilyDialog.tsx';
import { FamilyRow } from './FamilyRow.tsx';

/** The families of the clinic, each with the state of its course. */
export function FamiliesPage() {
  const { t } = useTranslation('families');
  const mayWrite = useMe().role === 'therapist';
  const navigate = useNavigate();
  const families = useQuery(queryOf('families:list'));
  const [adding, setAdding] = useState(false);
  const add = mayWrite ? <Button onClick={() => setAdding(true)}>{t('newFamily')}</Button> : undefined;
  const isEmpty = families.data?.length === 0;

  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={isEmpty ? undefined : add}>
      {families.isPending && <Loading />}
      {families.isError && <HttpErrorNote error={families.error} onRetry={() => void families.refetch()} />}
      {isEmpty && (
        <EmptyState title={t('empty.title')} action={add}>
          {t(mayWrite ? 'empty.text' : 'empty.supervisor')}
        </EmptyState>
      )}
      {families.data !== undefined && !isEmpty && (
        <ul className="rows">
          {families.data.map((family) => (
            <FamilyRow key={family.familyId} family={family} />
          ))}
        </ul>
      )}
      {adding && (
        <FamilyDialog
          onClose={() => setAdding(false)}
          onDone={({ familyId }) => void navigate({ to: '/families/$familyId', params: { familyId } })}
        />
      )}
    </PageFrame>
  );
}
