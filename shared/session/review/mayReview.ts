import type { Fact } from '#shared/protocol/facts.ts';
import { findCode } from '../codeList.ts';
import type { SessionState } from '../sessionState.ts';

/** Whether a fact of a review fits its record. `checkReviewEntry` decides who may write it. */
export function mayReview(state: SessionState, fact: Fact): boolean {
  const { windows, caregivers, review } = state;
  switch (fact.type) {
    case 'code.corrected':
      return findCode(state, fact.codeId)?.undone === false;
    case 'code.added':
      return (
        findCode(state, fact.codeId) === undefined &&
        caregivers.some(({ caregiverId }) => caregiverId === fact.caregiverId)
      );
    case 'second-coding.started':
    case 'second-coding.imported':
      return (
        review.codings.every(({ codingId }) => codingId !== fact.codingId) &&
        windows.some(({ windowId }) => windowId === fact.windowId) &&
        (fact.type === 'second-coding.started' || hasEachOnce(fact.codes))
      );
    case 'second-coding.coded':
    case 'second-coding.undone':
    case 'second-coding.finished': {
      const coding = review.codings.find(({ codingId }) => codingId === fact.codingId);
      if (coding === undefined || coding.finished || coding.coder !== fact.by) return false;
      if (fact.type === 'second-coding.finished') return true;
      const known = coding.codes.find(({ codeId }) => codeId === fact.codeId);
      return fact.type === 'second-coding.coded' ? known === undefined : known?.undone === false;
    }
    case 'comment.written':
      return (
        isNewRemark(review, fact.remarkId) &&
        (fact.answers === null || review.comments.some(({ remarkId }) => remarkId === fact.answers))
      );
    case 'bookmark.set':
      return isNewRemark(review, fact.remarkId);
    case 'remark.removed':
      return [...review.comments, ...review.bookmarks].some(
        ({ remarkId, by }) => remarkId === fact.remarkId && by === fact.by,
      );
    case 'session.signed-off':
      return review.signedOff === undefined;
    case 'sign-off.withdrawn':
      return review.signedOff !== undefined;
    default:
      return true;
  }
}

function hasEachOnce(codes: readonly { readonly codeId: string }[]): boolean {
  return new Set(codes.map(({ codeId }) => codeId)).size === codes.length;
}

function isNewRemark({ comments, bookmarks }: SessionState['review'], id: string): boolean {
  return [...comments, ...bookmarks].every(({ remarkId }) => remarkId !== id);
}
