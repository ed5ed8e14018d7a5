import { z } from 'zod';
import { isTimeZone } from '#shared/domain/clinicDay.ts';
import { KnownName, KnownNameOrNone, Name } from './names.ts';

/** An IANA name, like Australia/Sydney. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'There is no such time zone.');

/** A telephone number as people write it, or nothing. */
const Telephone = z
  .string()
  .trim()
  .max(40)
  .regex(/^$|^\+?[\d\s()./-]*\d[\d\s()./-]*(?:(?:ext\.?|x|#)\s*\d+)?$/i, 'Please write a telephone number.');

/** What the clinic says of itself: families are told its name and number, and every day is one of its zone. */
export const ClinicSettings = z.strictObject({ name: Name, telephone: Telephone, timeZone: TimeZone });
export type ClinicSettings = z.infer<typeof ClinicSettings>;

/** The settings that hold. Name and number are empty where nobody has set them yet; the zone is then the server's. */
export const ClinicCard = z.object({ name: KnownNameOrNone, telephone: z.string(), timeZone: TimeZone });
export type ClinicCard = z.infer<typeof ClinicCard>;

/** What a family may need before anybody knows who they are: whom to call. Empty where nobody has set it yet. */
export const ClinicContact = ClinicCard.pick({ name: true, telephone: true });
export type ClinicContact = z.infer<typeof ClinicContact>;

/** Settings as somebody made them. A version never changes; a change makes the next. */
export const ClinicSettingsVersion = z.object({
  ...ClinicCard.shape,
  version: z.int().positive(),
  madeBy: KnownName,
  madeAt: z.iso.datetime(),
});
export type ClinicSettingsVersion = z.infer<typeof ClinicSettingsVersion>;

/** Said by a server that answers and whose store answers. */
export const Health = z.object({ status: z.literal('ok') });
export type Health = z.infer<typeof Health>;

export const CLINIC_ROUTES = {
  /** GET → ClinicContact. For anybody. */
  contact: '/api/clinic/contact',
  /** GET → ClinicSettingsVersion[], the newest first; POST ClinicSettings → ClinicSettingsVersion. For the admin. */
  settings: '/api/clinic/settings',
} as const;
