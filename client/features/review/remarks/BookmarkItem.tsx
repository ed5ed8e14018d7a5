import { IconBookmark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import type { Bookmark } from '#shared/session/review/reviewState.ts';
import css from './Remarks.module.css';
import { RemarkHead } from './RemarkHead.tsx';

type Props = {
  readonly bookmark: Bookmark;
  readonly busy: boolean;
  readonly onEnter: (entry: ReviewEntry) => Promise<boolean>;
};

export function BookmarkItem({ bookmark, busy, onEnter }: Props) {
  const { t } = useTranslation('remarks');
  return (
    <li className={css['remark']}>
      <RemarkHead remark={bookmark} busy={busy} onEnter={onEnter} />
      <p className={css['text']}>
        <IconBookmark size={16} stroke={1.5} aria-hidden="true" />{' '}
        {bookmark.label === '' ? t('unnamed') : bookmark.label}
      </p>
    </li>
  );
}
