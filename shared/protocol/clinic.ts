import { z } from 'zod';
import { isTimeZone } from '#shared/domain/clinicDay.ts';
import { KnownName, KnownNameOrNone, Name } from './names.ts';

/** An IANA time zone, such as Australia/Sydney. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'There is no such time zone.');

/** A telephone number as people write it, or an empty text. */
const Telephone = z
  .string()
  .trim()
  .max(40)
  .regex(/^$|^\+?[\d\s()./-]*\d[\d\s()./-]*(?:(?:ext\.?|x|#)\s*\d+)?$/i, 'Please enter a telephone number.');

/** What the clinic says about itself. Families are told its name and number, and every day is a day in its zone. */
export const ClinicSettings = z.strictObject({ name: Name, telephone: Telephone, timeZone: TimeZone });
export type ClinicSettings = z.infer<typeof ClinicSettings>;

/** The settings in force. Name and number are empty until somebody sets them; until then the zone is the server's. */
export const ClinicCard = z.object({ name: KnownNameOrNone, telephone: z.string(), timeZone: TimeZone });
export type ClinicCard = z.infer<typeof ClinicCard>;

/** Whom to call. A family may need this before anybody knows who they are. Empty until somebody sets it. */
export const ClinicContact = ClinicCard.pick({ name: true, telephone: true });
export type ClinicContact = z.infer<typeof ClinicContact>;

/** Settings with their version. A version never changes; each change makes a new one. */
export const ClinicSettingsVersion = z.object({
  ...ClinicCard.shape,
  version: z.int().positive(),
  madeBy: KnownName,
  madeAt: z.iso.datetime(),
});
export type ClinicSettingsVersion = z.infer<typeof ClinicSettingsVersion>;

/** The answer of a server whose store works. */
export const Health = z.object({ status: z.literal('ok') });
export type Health = z.infer<typeof Health>;
