import { z } from 'zod';
import { EXPORT_FORMATS } from '#shared/domain/exports/exportFormats.ts';
import { CaregiverId } from './ids.ts';

/** Which file of a closed session is asked for; for a transcript also whose record, and of whom. */
export const NewExport = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  /** A coder or a second coding by id, or `lead` for the record itself, which it is where nothing is said. */
  coder: z.string().min(1).max(64).optional(),
  caregiverId: CaregiverId.optional(),
});
export type NewExport = z.infer<typeof NewExport>;

/** The names in a session that its PDF would show with a letter missing: no font of it has that letter. */
export const UnshownNames = z.object({ names: z.array(z.string()) });
export type UnshownNames = z.infer<typeof UnshownNames>;

/** The routes of exports, below `/api`. Failures as in `ROUTES`; 409 for a session that is not closed, or is being coded blind. */
export const EXPORT_ROUTES = {
  /** POST NewExport → the file, as an attachment */
  exports: (sessionId: string) => `/api/sessions/${sessionId}/exports`,
  /** GET → UnshownNames */
  unshown: (sessionId: string) => `/api/sessions/${sessionId}/exports/unshown`,
} as const;
