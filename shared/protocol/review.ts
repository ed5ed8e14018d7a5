import { z } from 'zod';
import { ROLES } from '#shared/domain/people.ts';
import { FIDELITY_MARKS } from '#shared/domain/supervision/fidelity.ts';
import { SessionTime } from './factDraft.ts';
import { Fact } from './facts.ts';
import { SessionSummary } from './http/sessions.ts';
import { CaregiverId, CodeId, CodingId, ParticipantId, RemarkId, UtteranceId, WindowId } from './ids.ts';
import { KnownName, optionalLabel } from './names.ts';
import { SPEAKERS } from './reviewFacts.ts';

/** `gate`: did not open the review and could still code blind. `coding`: codes. `open`: sees all. Rule REV1. */
const REVIEW_SIGHTS = ['gate', 'coding', 'open'] as const;
export type ReviewSight = (typeof REVIEW_SIGHTS)[number];

const sighted = {
  /** The facts that this reader may see: those after a seq, or all of them if `whole` is set. */
  facts: z.array(Fact),
  /** The log's last seq. */
  upTo: z.int().nonnegative(),
  whole: z.boolean(),
  sight: z.enum(REVIEW_SIGHTS),
};

/** A closed session as one reader may see it. Fold the facts to show it. */
export const Review = z.object({
  session: SessionSummary,
  self: z.object({ participantId: ParticipantId, name: KnownName, role: z.enum(ROLES) }),
  ...sighted,
});
export type Review = z.infer<typeof Review>;

/** What an entry added. All facts again if the reader now sees more or less. */
export const ReviewUpdate = z.object(sighted);
export type ReviewUpdate = z.infer<typeof ReviewUpdate>;

const reason = z.string().trim().min(3).max(300);
const code = z.string().min(1).max(8);

const entry = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** What a reviewer may send. Each entry becomes a fact; one with its own id may be sent again without effect. */
export const ReviewEntry = z.discriminatedUnion('type', [
  /** Shows everything to the reviewer, for good. */
  entry('review.open', {}),
  /** Another code, or null if it was never said. */
  entry('code.correct', { codeId: CodeId, code: code.nullable(), reason }),
  entry('code.add', { codeId: CodeId, code, caregiverId: CaregiverId, heardAt: SessionTime, reason }),
  entry('utterance.write', {
    utteranceId: UtteranceId,
    heardAt: SessionTime,
    speaker: z.enum(SPEAKERS),
    text: z.string().trim().max(500),
    codeId: CodeId.nullable(),
  }),
  entry('coding.start', { codingId: CodingId, windowId: WindowId }),
  entry('coding.code', {
    codingId: CodingId,
    codeId: CodeId,
    code,
    heardAt: SessionTime,
    candidates: z.array(code).min(2).max(4).optional(),
    mode: z.enum(['both', 'unsure']).optional(),
  }),
  entry('coding.undo', { codingId: CodingId, codeId: CodeId }),
  entry('coding.finish', { codingId: CodingId }),
  entry('comment.write', {
    remarkId: RemarkId,
    about: SessionTime.nullable(),
    text: z.string().trim().min(1).max(2_000),
    answers: RemarkId.nullable(),
  }),
  entry('bookmark.set', { remarkId: RemarkId, about: SessionTime, label: optionalLabel(80) }),
  entry('remark.remove', { remarkId: RemarkId }),
  entry('fidelity.rate', {
    checklistId: z.string().min(1).max(40),
    marks: z.record(z.string().max(40), z.enum(FIDELITY_MARKS)),
  }),
  /** A caregiver withdrew consent to the whole recording of the family. Rule RCD9. */
  entry('consent.withdraw', { saidBy: CaregiverId }),
  entry('session.sign-off', { note: z.string().trim().max(2_000) }),
  entry('sign-off.withdraw', { reason }),
]);
export type ReviewEntry = z.infer<typeof ReviewEntry>;
export type ReviewEntryOf<T extends ReviewEntry['type']> = Extract<ReviewEntry, { type: T }>;

export const ReviewCase = z.object({
  session: SessionSummary,
  closedAt: z.iso.datetime(),
  /** How much of the room was recorded, in ms. */
  recordedMs: z.number().nonnegative(),
  secondCodings: z.int().nonnegative(),
  comments: z.int().nonnegative(),
  /** The last fidelity rating, from 0 to 1; null if nobody rated it. */
  fidelity: z.number().min(0).max(1).nullable(),
  signedOff: z.object({ name: KnownName, at: z.iso.datetime() }).nullable(),
});
export type ReviewCase = z.infer<typeof ReviewCase>;
