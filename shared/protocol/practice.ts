import { z } from 'zod';

/** What the practice page reads: clips that are served as files, each with the key that it is scored against. */

const ClipId = z.string().regex(/^[a-z-]+$/);
const ms = z.int().nonnegative();

/** A clip as it is offered: what is to be coded in it, and by which programme. */
const ClipOffer = z.object({
  id: ClipId,
  title: z.string(),
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
