import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { NarrowPage } from '../NarrowPage.tsx';
import { GiveFactor } from './GiveFactor.tsx';
import { useSignOut } from '../useSignOut.ts';
import { SetUpFactor } from './SetUpFactor.tsx';

/** Asks for the second factor after the password, or sets one up. Rule PER11. */
export function SecondFactorPage({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('secondFactor');
  const signOut = useSignOut();
  const standing = useQuery({ ...queryOf('second-factor:read'), gcTime: 0, refetchOnWindowFocus: false });

  const missing = standing.data?.missing;

  // It was given meanwhile, in another tab.
  useEffect(() => {
    if (missing === 'none') onDone();
  }, [missing, onDone]);

  if (standing.isPending || missing === 'none') return <Loading />;
  if (standing.isError) {
    return (
      <NarrowPage title={t('give.title')}>
        <HttpErrorNote error={standing.error} onRetry={() => void standing.refetch()} />
      </NarrowPage>
    );
  }
  const isNew = standing.data.missing !== 'give';
  return (
    <NarrowPage title={t(isNew ? 'setUp.title' : 'give.title')} lead={t(isNew ? 'setUp.lead' : 'give.lead')}>
      {isNew ? <SetUpFactor onDone={onDone} /> : <GiveFactor standing={standing.data} onDone={onDone} />}
      <p>
        <Button variant="subtle" color="gray" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </p>
    </NarrowPage>
  );
}
