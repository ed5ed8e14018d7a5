import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { useMe } from '#client/api/me.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import type { ReviewCase } from '#shared/protocol/review.ts';
import { ReviewRow } from './ReviewRow.tsx';
import css from './ReviewsPage.module.css';

type Shown = 'waiting' | 'done';

/** The finished sessions: those waiting for a sign-off, or those that have one. */
export function ReviewsPage() {
  const { t } = useTranslation('reviews');
  const isSupervisor = useMe().role === 'supervisor';
  const reviews = useQuery(queryOf('reviews:list'));
  const [shown, setShown] = useState<Shown>('waiting');
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
      {reviews.isPending && <Loading />}
      {reviews.isError && <HttpErrorNote error={reviews.error} onRetry={() => void reviews.refetch()} />}
      {reviews.data !== undefined && <ReviewList reviews={reviews.data} shown={shown} onShow={setShown} />}
    </PageFrame>
  );
}

type ReviewListProps = {
  readonly reviews: readonly ReviewCase[];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
};

export function ReviewList({ reviews, shown, onShow }: ReviewListProps) {
  const { t } = useTranslation('reviews');
  const waiting = reviews.filter(({ signedOff }) => signedOff === null);
  const done = reviews.filter(({ signedOff }) => signedOff !== null);
  const listed = shown === 'waiting' ? waiting : done;
  return (
    <>
      <SegmentedControl
        className={css['filter']}
        aria-label={t('filter.label')}
        value={shown}
        onChange={(value) => onShow(value === 'done' ? 'done' : 'waiting')}
        data={[
          { value: 'waiting', label: t('filter.waiting', { count: waiting.length }) },
          { value: 'done', label: t('filter.done', { count: done.length }) },
        ]}
      />
      {listed.length === 0 ? (
        <EmptyState title={t(`empty.${shown}.title`)}>{t(`empty.${shown}.text`)}</EmptyState>
      ) : (
        <ul className="rows">
          {listed.map((one) => (
            <ReviewRow key={one.session.sessionId} reviewed={one} />
          ))}
        </ul>
      )}
    </>
  );
}
