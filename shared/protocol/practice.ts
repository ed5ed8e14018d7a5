import { z } from 'zod';
import { ParticipantId } from './ids.ts';
import { KnownName } from './names.ts';

/** Practice: the clips with the keys that score them, and the attempts from opening to score. */

export const ClipId = z
  .string()
  .regex(/^[a-z-]+$/)
  .max(64);
const ms = z.int().nonnegative();

/** A clip as it is offered: what to code in it, and by which program. */
const ClipOffer = z.object({
  id: ClipId,
  title: KnownName,
  about: z.string(),
  program: z.string(),
  treatmentPhase: z.string(),
  lengthMs: ms,
});
export type ClipOffer = z.infer<typeof ClipOffer>;

export const ClipOffers = z.array(ClipOffer);

/** One thing that is said or done in a clip, and the code that it gets, if any. */
const ClipLine = z.object({
  who: z.enum(['parent', 'child']),
  how: z.enum(['said', 'done']),
  text: z.string(),
  from: ms,
  /** When it is complete and can be coded, in ms. */
  at: ms,
  code: z.string().nullable(),
});
export type ClipLine = z.infer<typeof ClipLine>;

/** The transcript of a clip with its key. The server sends it only with the score of an attempt. Rule PRA3. */
export const ClipKey = z.object({ id: ClipId, lines: z.array(ClipLine) });
export type ClipKey = z.infer<typeof ClipKey>;

export const AttemptId = z.uuid().brand<'AttemptId'>();
export type AttemptId = z.infer<typeof AttemptId>;

export const NewPracticeAttempt = z.strictObject({
  /** Made by the page, so that sending it twice opens one attempt. */
  attemptId: AttemptId,
  clipId: ClipId,
});
export type NewPracticeAttempt = z.infer<typeof NewPracticeAttempt>;

/** An open attempt, with its start by the server's clock. Rule PRA3. */
export const OpenAttempt = z.object({ attemptId: AttemptId, clipId: ClipId, openedAt: z.iso.datetime() });
export type OpenAttempt = z.infer<typeof OpenAttempt>;

const GivenCode = z.strictObject({ code: z.string().min(1).max(16), at: ms.max(3_600_000) });

/** The codes that a coder pressed in a clip, in the clip's own time. The server computes the score. Rule PRA2. */
export const SubmittedCodes = z.strictObject({ given: z.array(GivenCode).max(1_000) });
export type SubmittedCodes = z.infer<typeof SubmittedCodes>;

const share = z.number().min(0).max(1).nullable();
const count = z.int().nonnegative();

/** How an attempt agrees with the key of its clip. Rules PRA1, REL2, REL3. */
export const PracticeScore = z.object({
  agreement: share,
  /** Over the paired rows; null without rows, or if chance alone would agree on all. */
  kappa: z.number().max(1).nullable(),
  counts: z.object({ agreed: count, substituted: count, missed: count, added: count }),
  byCode: z.array(z.object({ code: z.string(), inKey: count, agreed: count, yours: count })),
});
export type PracticeScore = z.infer<typeof PracticeScore>;

/** Whether the clip could be watched to its end. `unknown` is from before openings were recorded. Rule PRA3. */
const Watched = z.enum(['whole', 'part', 'unknown']);

export const PracticeAttempt = z.object({
  attemptId: AttemptId,
  clipId: ClipId,
  program: z.string(),
  programVersion: z.string(),
  treatmentPhase: z.string(),
  codedAt: z.iso.datetime(),
  watched: Watched,
  /** Whether the coder had already seen the clip's key with an earlier attempt. */
  knewKey: z.boolean(),
  score: PracticeScore,
});
export type PracticeAttempt = z.infer<typeof PracticeAttempt>;

/** The answer to a submitted attempt: its stored form, the codes, and the clip's key. */
export const ScoredAttempt = z.object({
  attempt: PracticeAttempt,
  given: SubmittedCodes.shape.given,
  lines: z.array(ClipLine),
});
export type ScoredAttempt = z.infer<typeof ScoredAttempt>;

/** One page of a coder's attempts, newest first. `next` asks for older ones; null if there are none. */
export const PracticeAttempts = z.object({ attempts: z.array(PracticeAttempt), next: count.nullable() });
export type PracticeAttempts = z.infer<typeof PracticeAttempts>;

/** Whose attempts: the asker's own or, for a supervisor, those of a member of their team. */
export const PracticeQuery = z.strictObject({
  coder: ParticipantId.optional(),
  before: z.coerce.number().int().positive().optional(),
});

export const PracticeCoder = z.object({ userId: ParticipantId, name: KnownName, attempts: count });
export type PracticeCoder = z.infer<typeof PracticeCoder>;
