import type { Bookmark, Comment, ReviewState } from '#shared/session/review/reviewState.ts';

/** A comment with its answers, in the order of writing. */
export type Thread = { readonly is: 'comment'; readonly comment: Comment; readonly answers: readonly Comment[] };
type Marked = { readonly is: 'bookmark'; readonly bookmark: Bookmark };

/**
 * Remarks about the whole session first, then by moment. An answer to an answer stays in the same thread; one whose
 * comment was removed stands alone.
 */
export function remarkThreads({ comments, bookmarks }: Pick<ReviewState, 'comments' | 'bookmarks'>) {
  const byId = new Map(comments.map((comment) => [comment.remarkId, comment]));
  const rootOf = (comment: Comment): Comment => {
    const above = comment.answers === null ? undefined : byId.get(comment.answers);
    return above === undefined ? comment : rootOf(above);
  };
  const threads = comments
    .filter((comment) => rootOf(comment) === comment)
    .map((comment): Thread => {
      const answers = comments.filter((one) => one !== comment && rootOf(one) === comment);
      return { is: 'comment', comment, answers };
    });
  const marked = bookmarks.map((bookmark): Marked => ({ is: 'bookmark', bookmark }));
  return [...threads, ...marked].toSorted((one, other) => momentOf(one) - momentOf(other));
}

/** The session time it is about. Before all others if it is about the whole session. */
function momentOf(one: Thread | Marked): number {
  return one.is === 'bookmark' ? one.bookmark.about : (one.comment.about ?? -1);
}
