import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { NarrowPage } from '../NarrowPage.tsx';
import { GiveFactor } from './GiveFactor.tsx';
import { SetUpFactor } from './SetUpFactor.tsx';

/** Asks for the second factor after the password, or sets one up. Rule PER11. */
export function SecondFactorPage({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('secondFactor');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const standing = useQuery({ ...queryOf('second-factor:read'), gcTime: 0, refetchOnWindowFocus: false });

  async function signOut(): Promise<void> {
    await call('account:sign-out');
    await navigate({ to: '/sign-in' });
    queries.clear();
  }

  if (standing.isPending) return <Loading />;
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
