import { z } from 'zod';
import { ParticipantId } from './ids.ts';
import { KnownName } from './names.ts';

/** Practice: clips that are served as files, each with the key that it is scored against, and the attempts that are kept. */

const ClipId = z
  .string()
  .regex(/^[a-z-]+$/)
  .max(64);
const ms = z.int().nonnegative();

/** A clip as it is offered: what is to be coded in it, and by which programme. */
const ClipOffer = z.object({
  id: ClipId,
  title: KnownName,
  about: z.string(),
  programme: z.string(),
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
  /** When it is complete, which is when it can be coded. */
  at: ms,
  code: z.string().nullable(),
});
export type ClipLine = z.infer<typeof ClipLine>;

/** The transcript of a clip with its key. Kept from the coder until they are done. */
export const ClipKey = z.object({ id: ClipId, lines: z.array(ClipLine) });
export type ClipKey = z.infer<typeof ClipKey>;

/** Where the files of the clips are. */
export const CLIP_FILES = {
  offers: '/practice/clips.json',
  video: (id: string) => `/practice/${id}.webm`,
  captions: (id: string) => `/practice/${id}.vtt`,
  key: (id: string) => `/practice/${id}.json`,
} as const;

export const AttemptId = z.uuid().brand<'AttemptId'>();
export type AttemptId = z.infer<typeof AttemptId>;

/** What a coder pressed in a clip, by the clip's own time. The server works out the score. Rule PRA2. */
export const NewPracticeAttempt = z.strictObject({
  /** Made by the page, so that sending it twice keeps it once. */
  attemptId: AttemptId,
  clipId: ClipId,
  given: z.array(z.strictObject({ code: z.string().min(1).max(16), at: ms.max(3_600_000) })).max(1_000),
});
export type NewPracticeAttempt = z.infer<typeof NewPracticeAttempt>;

const share = z.number().min(0).max(1).nullable();
const count = z.int().nonnegative();

/** How an attempt agrees with the key of its clip. Rules PRA1, REL2, REL3. */
export const PracticeScore = z.object({
  agreement: share,
  /** Over what both saw; null over nothing, and where chance alone would agree. */
  kappa: z.number().max(1).nullable(),
  counts: z.object({ agreed: count, substituted: count, missed: count, added: count }),
  byCode: z.array(z.object({ code: z.string(), inKey: count, agreed: count, yours: count })),
});
export type PracticeScore = z.infer<typeof PracticeScore>;

/** An attempt that was kept. */
export const PracticeAttempt = z.object({
  attemptId: AttemptId,
  clipId: ClipId,
  programme: z.string(),
  programmeVersion: z.string(),
  treatmentPhase: z.string(),
  codedAt: z.iso.datetime(),
  score: PracticeScore,
});
export type PracticeAttempt = z.infer<typeof PracticeAttempt>;

/** One page of a coder's attempts, the newest first; `next` asks for the older ones, null where there are none. */
export const PracticeAttempts = z.object({ attempts: z.array(PracticeAttempt), next: count.nullable() });
export type PracticeAttempts = z.infer<typeof PracticeAttempts>;

/** Whose attempts: one's own, or for a supervisor anybody's. */
export const PracticeQuery = z.strictObject({
  coder: ParticipantId.optional(),
  before: z.coerce.number().int().positive().optional(),
});

/** Somebody who practiced. */
export const PracticeCoder = z.object({ userId: ParticipantId, name: KnownName, attempts: count });
export type PracticeCoder = z.infer<typeof PracticeCoder>;

export const PRACTICE_ROUTES = {
  /** GET ?coder&before → PracticeAttempts; POST NewPracticeAttempt → PracticeAttempt */
  attempts: '/api/practice/attempts',
  /** GET → PracticeCoder[], by name: for supervisors */
  coders: '/api/practice/coders',
} as const;
