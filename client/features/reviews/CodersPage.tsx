import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { CoderSection } from './CoderSection.tsx';

/** Agreement of coders over sessions: of everybody for supervisors, one's own for therapists. */
export function CodersPage() {
  const { t } = useTranslation('reviews');
  const coders = useQuery(queryOf('coders:list'));
  return (
    <PageFrame title={t('coders')} lead={t('codersPage.lead')}>
      {coders.isPending && <Loading />}
      {coders.isError && <HttpErrorNote error={coders.error} onRetry={() => void coders.refetch()} />}
      {coders.data?.length === 0 && (
        <EmptyState title={t('codersPage.empty.title')}>{t('codersPage.empty.text')}</EmptyState>
      )}
      {coders.data?.map((coder) => (
        <CoderSection key={coder.coderId} coder={coder} />
      ))}
    </PageFrame>
  );
}
