import type { Role } from '#shared/domain/people.ts';
import { findCode, type Programme } from '#shared/domain/programmes/programme.ts';
import { resolveCandidates } from '#shared/domain/scoring/resolveCandidates.ts';
import type { FidelityChecklist } from '#shared/domain/supervision/fidelity.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { ReviewEntry, ReviewEntryOf } from '#shared/protocol/review.ts';
import type { SessionState } from '../sessionState.ts';
import { isIndependent, reviewSight } from './reviewSight.ts';

/** Who reviews, and under what. */
export type Reviewer = { readonly participantId: ParticipantId; readonly name: string; readonly role: Role };

export type ReviewScene = {
  readonly state: SessionState;
  readonly programme: Programme;
  readonly checklists: readonly FidelityChecklist[];
};

const NOT_OPEN = fail('not-now', 'Open the review first; finish the coding that you have begun.');
const SUPERVISORS_ONLY = fail('not-allowed', 'A supervisor signs a session off.');

/**
 * The facts that an entry becomes, or why it may not be. Whoever reviews for the first time is noted by name with it. What
 * was already entered under the same id becomes nothing. Rules REV1 to REV4, FID1.
 */
export function checkReviewEntry(
  entry: ReviewEntry,
  reviewer: Reviewer,
  scene: ReviewScene,
): Reply<readonly FactDraft[]> {
  if (isRepeat(entry, scene.state)) return ok([]);
  const checked = factOf(entry, reviewer, scene);
  return checked.ok ? ok([...arrivalOf(reviewer, scene.state), checked.value]) : checked;
}

/** The fact that names a reviewer, where the log does not know them yet. */
export function arrivalOf({ participantId, name, role }: Reviewer, { review }: SessionState): readonly FactDraft[] {
  if (Object.hasOwn(review.people, participantId)) return [];
  return [{ type: 'reviewer.arrived', by: participantId, participantId, name, role }];
}

function factOf(entry: ReviewEntry, reviewer: Reviewer, scene: ReviewScene): Reply<FactDraft> {
  const { participantId: by, role } = reviewer;
  const { state } = scene;
  const sight = reviewSight(state, by);

  switch (entry.type) {
    case 'review.open':
      if (sight === 'coding') return NOT_OPEN;
      return ok({ type: 'review.opened', by, what: 'review' });
    case 'coding.start':
      return startCoding(entry, reviewer, scene);
    case 'coding.code':
      return codeAgain(entry, by, scene);
    case 'coding.undo':
      return ok({ type: 'second-coding.undone', by, codingId: entry.codingId, codeId: entry.codeId });
    case 'coding.finish':
      return ok({ type: 'second-coding.finished', by, codingId: entry.codingId });
  }
  if (sight !== 'open') return NOT_OPEN;

  switch (entry.type) {
    case 'code.correct': {
      const { codeId, code, reason } = entry;
      if (code !== null && findCode(scene.programme, code) === undefined) return noSuchCode();
      return ok({ type: 'code.corrected', by, codeId, code, reason });
    }
    case 'code.add': {
      const { type: _, ...added } = entry;
      if (findCode(scene.programme, entry.code) === undefined) return noSuchCode();
      return ok({ type: 'code.added', by, ...added });
    }
    case 'utterance.write': {
      const { type: _, ...written } = entry;
      return ok({ type: 'utterance.written', by, ...written });
    }
    case 'comment.write': {
      const { type: _, ...written } = entry;
      return ok({ type: 'comment.written', by, ...written });
    }
    case 'bookmark.set': {
      const { type: _, ...set } = entry;
      return ok({ type: 'bookmark.set', by, ...set });
    }
    case 'remark.remove':
      return ok({ type: 'remark.removed', by, remarkId: entry.remarkId });
    case 'fidelity.rate':
      return rateFidelity(entry, by, scene);
    case 'session.sign-off':
      return role === 'supervisor' ? ok({ type: 'session.signed-off', by, note: entry.note }) : SUPERVISORS_ONLY;
    case 'sign-off.withdraw':
      return role === 'supervisor' ? ok({ type: 'sign-off.withdrawn', by, reason: entry.reason }) : SUPERVISORS_ONLY;
  }
}

function noSuchCode() {
  return fail('invalid', 'This programme has no such code.');
}

function startCoding(
  { codingId, windowId }: ReviewEntryOf<'coding.start'>,
  { participantId: by, name }: Reviewer,
  { state }: ReviewScene,
): Reply<FactDraft> {
  if (state.windows.every((one) => one.windowId !== windowId))
    return fail('not-found', 'There is no such window in this session.');
  if (reviewSight(state, by) === 'coding') return NOT_OPEN;
  const independent = isIndependent(state, by, windowId);
  return ok({
    type: 'second-coding.started',
    by,
    codingId,
    windowId,
    source: 'recording',
    coderName: name,
    independent,
  });
}

function codeAgain(
  { codingId, codeId, code, heardAt, candidates, mode }: ReviewEntryOf<'coding.code'>,
  by: ParticipantId,
  { programme }: ReviewScene,
): Reply<FactDraft> {
  const resolved = candidates && mode ? resolveCandidates(programme, candidates, mode) : code;
  const definition = resolved === undefined ? undefined : findCode(programme, resolved);
  if (definition?.stream !== 'parent' && definition?.stream !== 'child') return noSuchCode();
  const why = candidates && mode ? { candidates, mode } : {};
  return ok({ type: 'second-coding.coded', by, codingId, codeId, code: definition.code, heardAt, ...why });
}

function rateFidelity(
  { checklistId, marks }: ReviewEntryOf<'fidelity.rate'>,
  by: ParticipantId,
  { checklists }: ReviewScene,
): Reply<FactDraft> {
  const checklist = checklists.find((one) => one.checklistId === checklistId);
  if (checklist === undefined) return fail('not-found', 'There is no such checklist for this session.');
  const items = checklist.items.flatMap(({ itemId, text }) => {
    const mark = Object.hasOwn(marks, itemId) ? marks[itemId] : undefined;
    return mark === undefined ? [] : [{ itemId, text, mark }];
  });
  return ok({ type: 'fidelity.rated', by, checklistId, items });
}

/** Whether this very entry is in the record already: it was sent again because its answer was lost. */
function isRepeat(entry: ReviewEntry, { codes, review }: SessionState): boolean {
  switch (entry.type) {
    case 'review.open':
      return false;
    case 'code.add':
      return codes.some(({ codeId }) => codeId === entry.codeId);
    case 'coding.start':
      return review.codings.some(({ codingId }) => codingId === entry.codingId);
    case 'coding.code':
    case 'coding.undo': {
      const coding = review.codings.find(({ codingId }) => codingId === entry.codingId);
      const known = coding?.codes.find(({ codeId }) => codeId === entry.codeId);
      return entry.type === 'coding.code' ? known !== undefined : known?.undone === true;
    }
    case 'coding.finish':
      return review.codings.some(({ codingId, finished }) => codingId === entry.codingId && finished);
    case 'comment.write':
    case 'bookmark.set':
      return [...review.comments, ...review.bookmarks].some(({ remarkId }) => remarkId === entry.remarkId);
    default:
      return false;
  }
}
