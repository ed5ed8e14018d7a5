import { useTranslation } from 'react-i18next';
import { usePages } from '#client/api/usePages.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { CoderSection } from './CoderSection.tsx';

/** Agreement of coders over sessions: of everybody for supervisors, one's own for therapists. */
export function CodersPage() {
  const { t } = useTranslation('reviews');
  const pages = usePages('coders:list', {});
  const coders = pages.data?.pages.flatMap((page) => page.coders);
  return (
    <PageFrame title={t('coders')} lead={t('codersPage.lead')}>
      {pages.isPending && <Loading />}
      {pages.isError && <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {coders?.length === 0 && (
        <EmptyState title={t('codersPage.empty.title')}>{t('codersPage.empty.text')}</EmptyState>
      )}
      {coders?.map((coder) => (
        <CoderSection key={coder.coderId} coder={coder} />
      ))}
      <MoreButton pages={pages}>{t('codersPage.more')}</MoreButton>
    </PageFrame>
  );
}
