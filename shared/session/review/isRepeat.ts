import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { ReviewEntry, ReviewEntryOf } from '#shared/protocol/review.ts';
import { familyTracksKept } from '../recording/recordingState.ts';
import type { SessionState } from '../sessionState.ts';

/** Whether this entry is already in the record because it was sent again after its answer was lost. */
export function isRepeat(entry: ReviewEntry, by: ParticipantId, { codes, review, recording }: SessionState): boolean {
  switch (entry.type) {
    case 'review.open':
      return review.openedBy.includes(by);
    case 'code.correct': {
      const { correction } = codes.find(({ codeId }) => codeId === entry.codeId) ?? {};
      return correction?.code === entry.code && correction.reason === entry.reason && correction.by === by;
    }
    case 'code.add':
      return codes.some(({ codeId }) => codeId === entry.codeId);
    case 'utterance.write':
      return isWritten(entry, by, review);
    case 'coding.start':
      return review.codings.some(({ codingId, coder }) => codingId === entry.codingId && coder === by);
    case 'coding.code':
      return codeOf(entry, by, review) !== undefined;
    case 'coding.undo':
      return codeOf(entry, by, review)?.undone === true;
    case 'coding.finish':
      return codingOf(entry, by, review)?.finished === true;
    case 'comment.write':
    case 'bookmark.set':
      return remarkOf(entry, review)?.by === by;
    case 'remark.remove':
      return remarkOf(entry, review) === undefined;
    case 'fidelity.rate':
      return isRated(entry, by, review);
    case 'consent.withdraw':
      return familyTracksKept(recording).length === 0;
    case 'session.sign-off':
    case 'sign-off.withdraw':
      return false;
  }
}

type Review = SessionState['review'];

/** A coding of the reviewer's own. An entry's answer reveals nothing about another person's coding. */
function codingOf({ codingId }: { readonly codingId: string }, by: ParticipantId, { codings }: Review) {
  return codings.find((one) => one.codingId === codingId && one.coder === by);
}

function codeOf(entry: ReviewEntryOf<'coding.code' | 'coding.undo'>, by: ParticipantId, review: Review) {
  return codingOf(entry, by, review)?.codes.find(({ codeId }) => codeId === entry.codeId);
}

function remarkOf({ remarkId }: { readonly remarkId: string }, { comments, bookmarks }: Review) {
  return [...comments, ...bookmarks].find((one) => one.remarkId === remarkId);
}

function isWritten(
  { utteranceId, text, heardAt, speaker, codeId }: ReviewEntryOf<'utterance.write'>,
  by: ParticipantId,
  { utterances }: Review,
): boolean {
  const written = utterances.find((one) => one.utteranceId === utteranceId);
  if (written === undefined) return text === '';
  const { heardAt: at, by: writer } = written;
  return (
    written.text === text && at === heardAt && written.speaker === speaker && written.codeId === codeId && writer === by
  );
}

function isRated({ checklistId, marks }: ReviewEntryOf<'fidelity.rate'>, by: ParticipantId, { fidelity }: Review) {
  const { items } = fidelity.find((one) => one.checklistId === checklistId && one.by === by) ?? {};
  const asked = Object.entries(marks);
  if (items?.length !== asked.length) return false;
  return items.every(({ itemId, mark }) => asked.some(([id, given]) => id === itemId && given === mark));
}
