import { useTranslation } from 'react-i18next';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { useReview } from '../reviewContext.ts';
import { useEnter } from '../useEnter.ts';
import { BookmarkItem } from './BookmarkItem.tsx';
import { CommentThread } from './CommentThread.tsx';
import css from './Remarks.module.css';
import { remarkThreads } from './remarkThreads.ts';
import { WriteRemark } from './WriteRemark.tsx';

/** Comments and bookmarks of reviewers, with answers and a field for new ones. */
export function RemarksPanel() {
  const { t } = useTranslation('remarks');
  const { review } = useReview();
  const { enter, failure, busy } = useEnter();
  const remarks = remarkThreads(review.state.review);
  return (
    <section className={css['panel']} aria-label={t('label')}>
      <WriteRemark busy={busy} onEnter={enter} />
      {failure === undefined ? null : <HttpErrorNote error={failure} kept />}
      {remarks.length === 0 && <p className="quiet small">{t('none')}</p>}
      <ol>
        {remarks.map((one) =>
          one.is === 'comment' ? (
            <CommentThread key={one.comment.remarkId} thread={one} busy={busy} onEnter={enter} />
          ) : (
            <BookmarkItem key={one.bookmark.remarkId} bookmark={one.bookmark} busy={busy} onEnter={enter} />
          ),
        )}
      </ol>
    </section>
  );
}
