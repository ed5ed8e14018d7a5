import { z } from 'zod';

/** The most codes that one import has: a coding of an hour has fewer. */
export const MOST_IMPORTED_CODES = 2_000;
/** As large as a request with that many codes may be. */
export const MOST_IMPORT_BYTES = 500_000;

/** Codings of one record for a closed session: `earshot-transcript/1` for each caregiver, read by `readTranscript`. */
export const NewImport = z.strictObject({
  transcripts: z.array(z.unknown()).min(1).max(4),
  /** Whether its coder had not seen the codes of others. Rule REL9. */
  independent: z.boolean(),
});
export type NewImport = z.infer<typeof NewImport>;

/** What came of an import. */
export const ImportResult = z.object({
  /** Second codings that were attached, one for each window. */
  codings: z.int().nonnegative(),
  /** Codings of the file that the session had already. */
  known: z.int().nonnegative(),
  /** The file's windows that are none of the session's, by id. */
  strayWindows: z.array(z.string()),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** The routes of imports, below `/api`. Failures as in `ROUTES`; 409 for a session that is not closed or whose review this reader has not opened. */
export const IMPORT_ROUTES = {
  /** POST NewImport → ImportResult */
  imports: (sessionId: string) => `/api/sessions/${sessionId}/imports`,
} as const;
