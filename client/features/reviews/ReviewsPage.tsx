import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '#client/api/usePages.ts';
import { useMe } from '#client/api/me.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { useSearch } from '#client/ui/useSearch.tsx';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { REVIEW_STANDINGS, type ReviewStanding } from '#shared/protocol/http/reviewLists.ts';
import { ReviewRow } from './ReviewRow.tsx';
import css from './ReviewsPage.module.css';

/** The finished sessions: those waiting for a sign-off, or those that have one. */
export function ReviewsPage() {
  const { t } = useTranslation('reviews');
  const isSupervisor = useMe().role === 'supervisor';
  return (
    <PageFrame
      title={t('title')}
      lead={t(isSupervisor ? 'lead' : 'leadOwn')}
      actions={
        <ButtonLink to="/reviews/coders" variant="default">
          {t('coders')}
        </ButtonLink>
      }
    >
      <ReviewList />
    </PageFrame>
  );
}

function ReviewList() {
  const { t } = useTranslation('reviews');
  const [standing, setStanding] = useState<ReviewStanding>('waiting');
  const { field: search, words: family } = useSearch(t('search'));
  const pages = usePages('reviews:list', { standing, family: family || undefined });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />;
  const reviews = pages.data.pages.flatMap((page) => page.reviews);
  const counts = pages.data.pages[0]?.counts;
  const about = family === '' ? standing : 'search';
  return (
    <>
      <SegmentedControl
        className={css['filter']}
        aria-label={t('filter.label')}
        value={standing}
        onChange={setStanding}
        data={REVIEW_STANDINGS.map((value) => ({
          value,
          label: t(`filter.${value}`, { count: counts?.[value] ?? 0 }),
        }))}
      />
      {search}
      {reviews.length === 0 ? (
        <EmptyState title={t(`empty.${about}.title`, { family })}>{t(`empty.${about}.text`)}</EmptyState>
      ) : (
        <ul className="rows">
          {reviews.map((one) => (
            <ReviewRow key={one.session.sessionId} reviewed={one} />
          ))}
        </ul>
      )}
      <MoreButton pages={pages}>{t('more')}</MoreButton>
    </>
  );
}
