import type { Role } from '#shared/domain/people.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import { TOLERANCE_MS } from '#shared/domain/reliability/alignCodes.ts';
import type { FidelityChecklist } from '#shared/domain/supervision/fidelity.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { ReviewEntry, ReviewEntryOf } from '#shared/protocol/review.ts';
import { familyTracksKept } from '../recording/recordingState.ts';
import type { SessionState } from '../sessionState.ts';
import { codeAgain, NO_SUCH_CODE, NOT_OPEN, startCoding } from './codingEntries.ts';
import { isRepeat } from './isRepeat.ts';
import { reviewSight } from './reviewSight.ts';
import { SIGNED_OFF } from './signedOff.ts';

/** The reviewer, and the program that the session ran under. */
export type Reviewer = { readonly participantId: ParticipantId; readonly name: string; readonly role: Role };

type ReviewScene = {
  readonly state: SessionState;
  readonly program: Program;
  readonly checklists: readonly FidelityChecklist[];
};

const AFTER_THE_END = fail('invalid', 'This moment is after the end of the session.');
const NOT_OF_THE_FAMILY = fail('not-allowed', 'Only a caregiver of the family can withdraw its consent.');
const SUPERVISORS_ONLY = fail('not-allowed', 'Only a supervisor can sign off a session.');

/** An entry's facts, with its reviewer's arrival, none if its id is known; or its refusal. Rules REV1 to REV4, FID1. */
export function checkReviewEntry(
  entry: ReviewEntry,
  reviewer: Reviewer,
  scene: ReviewScene,
): Reply<readonly FactDraft[]> {
  const { participantId } = reviewer;
  const { state } = scene;
  if (needsOpenReview(entry) && reviewSight(state, participantId) !== 'open') return NOT_OPEN;
  if (isRepeat(entry, participantId, state)) return ok([]);
  if (changesTheRecord(entry) && state.review.signedOff !== undefined) return SIGNED_OFF;
  if (entry.type === 'consent.withdraw') return withdrawConsent(entry, reviewer, state);
  if (needsOpenReview(entry) && momentOf(entry) > endOf(state)) return AFTER_THE_END;
  const checked = needsOpenReview(entry) ? noteOf(entry, reviewer, scene) : codingOf(entry, reviewer, scene);
  return checked.ok ? ok([...arrivalOf(reviewer, state), checked.value]) : checked;
}

/** Entries that change what the record counts, and therefore what a sign-off covers. Rule REV5. */
function changesTheRecord({ type }: ReviewEntry): boolean {
  return type === 'code.correct' || type === 'code.add';
}

/** The moment of the session that an entry is about; 0 if it is about none. */
function momentOf(entry: OpenEntry): number {
  if ('heardAt' in entry) return entry.heardAt;
  return 'about' in entry ? (entry.about ?? 0) : 0;
}

/** The last moment that an entry can be about. A recording may run slightly longer than its session. */
function endOf({ phases }: SessionState): number {
  return (phases.at(-1)?.since ?? 0) + TOLERANCE_MS;
}

/** The fact that introduces a reviewer, if the log does not know them yet. */
export function arrivalOf({ participantId, name, role }: Reviewer, { review }: SessionState): readonly FactDraft[] {
  if (Object.hasOwn(review.people, participantId)) return [];
  return [{ type: 'reviewer.arrived', by: participantId, participantId, name, role }];
}

/** What a reviewer can do before they see the codes of others. Rule REV1. */
type BlindEntry = ReviewEntryOf<'review.open' | 'coding.start' | 'coding.code' | 'coding.undo' | 'coding.finish'>;
type WithdrawEntry = ReviewEntryOf<'consent.withdraw'>;
type OpenEntry = Exclude<ReviewEntry, BlindEntry | WithdrawEntry>;

/** Withdraws consent to the family's whole recording. It shows no codes, so the review need not be open. Rule RCD9. */
function withdrawConsent(
  { saidBy }: WithdrawEntry,
  reviewer: Reviewer,
  state: SessionState,
): Reply<readonly FactDraft[]> {
  const { caregivers, recording } = state;
  if (caregivers.every(({ caregiverId }) => caregiverId !== saidBy)) return NOT_OF_THE_FAMILY;
  const { participantId: by } = reviewer;
  const withdrawn = familyTracksKept(recording).map((track): FactDraft => ({
    type: 'consent.withdrawn',
    by,
    track,
    saidBy,
  }));
  return ok([...arrivalOf(reviewer, state), ...withdrawn]);
}

function needsOpenReview(entry: ReviewEntry): entry is OpenEntry {
  return entry.type !== 'review.open' && entry.type !== 'consent.withdraw' && !entry.type.startsWith('coding.');
}

function codingOf(entry: BlindEntry, reviewer: Reviewer, { state, program }: ReviewScene): Reply<FactDraft> {
  const { participantId: by, name } = reviewer;
  switch (entry.type) {
    case 'review.open':
      if (reviewSight(state, by) === 'coding') return NOT_OPEN;
      return ok({ type: 'review.opened', by, what: 'review' });
    case 'coding.start':
      return startCoding(entry, by, name, state);
    case 'coding.code':
      return codeAgain(entry, by, state, program);
    case 'coding.undo':
      return ok({ type: 'second-coding.undone', by, codingId: entry.codingId, codeId: entry.codeId });
    case 'coding.finish':
      return ok({ type: 'second-coding.finished', by, codingId: entry.codingId });
  }
}

function noteOf(entry: OpenEntry, { participantId: by, role }: Reviewer, scene: ReviewScene): Reply<FactDraft> {
  const { program } = scene;
  switch (entry.type) {
    case 'code.correct': {
      const { codeId, code, reason } = entry;
      if (code !== null && findCode(program, code) === undefined) return NO_SUCH_CODE;
      return ok({ type: 'code.corrected', by, codeId, code, reason });
    }
    case 'code.add': {
      const { codeId, code, caregiverId, heardAt, reason } = entry;
      if (findCode(program, code) === undefined) return NO_SUCH_CODE;
      return ok({ type: 'code.added', by, codeId, code, caregiverId, heardAt, reason });
    }
    case 'utterance.write': {
      const { utteranceId, heardAt, speaker, text, codeId } = entry;
      return ok({ type: 'utterance.written', by, utteranceId, heardAt, speaker, text, codeId });
    }
    case 'comment.write': {
      const { remarkId, about, text, answers } = entry;
      return ok({ type: 'comment.written', by, remarkId, about, text, answers });
    }
    case 'bookmark.set': {
      const { remarkId, about, label } = entry;
      return ok({ type: 'bookmark.set', by, remarkId, about, label });
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

function rateFidelity(
  { checklistId, marks }: ReviewEntryOf<'fidelity.rate'>,
  by: ParticipantId,
  { checklists }: ReviewScene,
): Reply<FactDraft> {
  const checklist = checklists.find((one) => one.checklistId === checklistId);
  if (checklist === undefined) return fail('not-found', 'This session has no such checklist.');
  const items = checklist.items.flatMap(({ itemId, text }) => {
    const mark = Object.hasOwn(marks, itemId) ? marks[itemId] : undefined;
    return mark === undefined ? [] : [{ itemId, text, mark }];
  });
  return ok({ type: 'fidelity.rated', by, checklistId, items });
}
