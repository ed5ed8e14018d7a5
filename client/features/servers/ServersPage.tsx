import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '#client/api/me.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { ServerSection } from './ServerSection.tsx';

/** For the admin: how the clinic's servers do. */
export function ServersPage() {
  const { t } = useTranslation('servers');
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      {useMe().role === 'admin' ? <Servers /> : <EmptyState title={t('notAdmin')}>{t('askAdmin')}</EmptyState>}
    </PageFrame>
  );
}

/** The content of the page. */
export function Servers() {
  const { data, error, isError, refetch } = useQuery(queryOf('servers:list'));
  if (data === undefined) return isError ? <HttpErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      {isError && <HttpErrorNote error={error} onRetry={() => void refetch()} />}
      {data.servers.map((server) => (
        <ServerSection key={server.address} server={server} />
      ))}
    </>
  );
}
