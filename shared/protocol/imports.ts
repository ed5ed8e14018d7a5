import { z } from 'zod';

/** The most codes in one import. A coding of an hour has fewer. */
export const MAX_IMPORTED_CODES = 2_000;
/** The largest request, in bytes, that fits this many codes. */
export const MAX_IMPORT_BYTES = 500_000;

/** Codings of one record for a closed session: one `earshot-transcript/1` per caregiver, read by `readTranscript`. */
export const NewImport = z.strictObject({
  transcripts: z.array(z.unknown()).min(1).max(4),
  /** Whether the coder had not seen the codes of others. Rule REL9. */
  independent: z.boolean(),
});
export type NewImport = z.infer<typeof NewImport>;

export const ImportResult = z.object({
  /** Second codings that were attached, one per window. */
  codings: z.int().nonnegative(),
  /** Codings in the file that the session already had. */
  known: z.int().nonnegative(),
  /** Ids of windows in the file that the session does not have. */
  strayWindows: z.array(z.string()),
});
export type ImportResult = z.infer<typeof ImportResult>;
