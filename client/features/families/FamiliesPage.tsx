import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '#client/api/usePages.ts';
import { useMe } from '#client/api/me.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { useSearch } from '#client/ui/useSearch.tsx';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { FamilyDialog } from '#client/planning/FamilyDialog.tsx';
import { FamilyRow } from './FamilyRow.tsx';

/** The families of the clinic, each with the state of its course. */
export function FamiliesPage() {
  const { t } = useTranslation('families');
  const mayWrite = useMe().role === 'therapist';
  const navigate = useNavigate();
  const { field: search, words: family } = useSearch(t('search'));
  const pages = usePages('families:list', { family: family || undefined });
  const families = pages.data?.pages.flatMap((page) => page.families);
  const [adding, setAdding] = useState(false);
  const add = mayWrite ? <Button onClick={() => setAdding(true)}>{t('newFamily')}</Button> : undefined;
  const isEmpty = families?.length === 0 && family === '';

  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={isEmpty ? undefined : add}>
      {pages.isPending && <Loading />}
      {pages.isError && <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {isEmpty && (
        <EmptyState title={t('empty.title')} action={add}>
          {t(mayWrite ? 'empty.text' : 'empty.supervisor')}
        </EmptyState>
      )}
      {families !== undefined && !isEmpty && (
        <>
          {search}
          {families.length === 0 && <p role="status">{t('nothingFound', { words: family })}</p>}
          <ul className="rows">
            {families.map((one) => (
              <FamilyRow key={one.familyId} family={one} />
            ))}
          </ul>
          <MoreButton pages={pages}>{t('more')}</MoreButton>
        </>
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
