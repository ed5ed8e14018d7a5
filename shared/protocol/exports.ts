import { z } from 'zod';
import { EXPORT_FORMATS } from '#shared/domain/exports/exportFormats.ts';
import { CaregiverId } from './ids.ts';

/** The requested file of a closed session; for a transcript also whose record. */
export const NewExport = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  /** The id of a coder or of a second coding, or `lead` (the default) for the record itself. */
  coder: z.string().min(1).max(64).optional(),
  caregiverId: CaregiverId.optional(),
});
export type NewExport = z.infer<typeof NewExport>;

/** The names in a session that its PDF would show with a missing letter, because no font of it has that letter. */
export const UnshownNames = z.object({ names: z.array(z.string()) });
export type UnshownNames = z.infer<typeof UnshownNames>;
