import { Button, TextInput } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import { NewTeam } from '#shared/protocol/http/teams.ts';
import type { TeamId } from '#shared/protocol/ids.ts';
import { TeamSection } from './TeamSection.tsx';

const teamsQuery = infiniteQueryOptions({
  queryKey: ['teams:list'],
  queryFn: ({ pageParam }) => call('teams:list', { query: pageParam === null ? {} : { after: pageParam } }),
  initialPageParam: null as TeamId | null,
  getNextPageParam: ({ next }) => next,
});

/** The teams of the clinic, for the admin. Rule PER9. */
export function TeamsPage() {
  const { t } = useTranslation('teams');
  const [adding, setAdding] = useState(false);
  const isAdmin = useMe().role === 'admin';
  const add = <Button onClick={() => setAdding(true)}>{t('add')}</Button>;
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={isAdmin ? add : undefined}>
      {isAdmin ? <TeamList /> : <EmptyState title={t('notAdmin')}>{t('askAdmin')}</EmptyState>}
      {adding && <NewTeamDialog onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}

function TeamList() {
  const { t } = useTranslation('teams');
  const pages = useInfiniteQuery(teamsQuery);
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />;
  const teams = pages.data.pages.flatMap((page) => page.teams);
  if (teams.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  return (
    <>
      {teams.map((team) => (
        <TeamSection key={team.teamId} team={team} />
      ))}
      <MoreButton pages={pages}>{t('more')}</MoreButton>
    </>
  );
}

function NewTeamDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('teams');
  const queries = useQueryClient();

  async function send(team: NewTeam): Promise<void> {
    await call('teams:make', { body: team });
    await invalidate(queries, 'teams:list');
  }

  return (
    <FormDialog title={t('add')} submitLabel={t('make')} schema={NewTeam} send={send} onClose={onClose}>
      {(isMissing) => (
        <TextInput
          name="name"
          label={t('name')}
          description={t('nameHint')}
          autoComplete="off"
          data-autofocus
          error={isMissing('name') && t('needName')}
        />
      )}
    </FormDialog>
  );
}
