import { z } from 'zod';

const line = z.string().trim().max(80);

/** How to reach a family and who can help it, when the picture or the sound is gone. Personal data: never in a log or an export. */
export const SafetySheet = z.strictObject({
  /** Where a call reaches the parent during a session. */
  telephone: line.min(3),
  /** Where the family is during a session. */
  address: z.string().trim().min(3).max(300),
  /** Who else is usually at home. */
  atHome: z.string().trim().max(300),
  emergencyName: line,
  emergencyTelephone: line,
  /** The nearest emergency service, with its number. */
  emergencyService: z.string().trim().max(200),
});
export type SafetySheet = z.infer<typeof SafetySheet>;

/** A sheet as it is kept. `revision` counts its changes from 1: a session's log names it and nothing else of the sheet. */
export const KeptSafetySheet = z.object({
  sheet: SafetySheet,
  revision: z.int().positive(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export type KeptSafetySheet = z.infer<typeof KeptSafetySheet>;
