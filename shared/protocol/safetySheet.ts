import { z } from 'zod';
import { cleanName } from '#shared/domain/cleanName.ts';
import { KEPT, KnownName, type Lines, TYPED } from './names.ts';

const cleanLines = (text: string) =>
  text
    .split('\n')
    .map(cleanName)
    .filter((line) => line !== '')
    .join('\n');

const Address = z.string().overwrite(cleanLines).max(300);

/** For when picture or sound is gone. Personal data: never part of a log or an export. */
const sheet = ({ needed, optional }: Lines, address: z.ZodType<string, string>) =>
  z.strictObject({
    /** The parent's telephone number during a session. */
    telephone: needed(80),
    /** Where the family is during a session. */
    address,
    /** Who else is usually at home. */
    atHome: optional(300),
    emergencyName: optional(80),
    emergencyTelephone: optional(80),
    /** The nearest emergency service, with its number. */
    emergencyService: optional(200),
  });

/** The most characters of who is in the room. */
export const MAX_IN_ROOM_LETTERS = 200;

/** The fewest characters in a telephone number or an address. */
const LEAST_SIGNS = 3;
const isLongEnough = (text: string) => text.length >= LEAST_SIGNS;

export const SafetySheet = sheet(
  { ...TYPED, needed: (most) => TYPED.optional(most).refine(isLongEnough, 'This field is required.') },
  Address.refine(isLongEnough, 'This field is required.'),
);
export type SafetySheet = z.infer<typeof SafetySheet>;

/** A stored sheet, which is never refused. */
const KnownSafetySheet = sheet(KEPT, Address);

/** What a family’s own device may show of its sheet, to read to whoever is called. No address on an ear. Rule SAF2. */
export const CallHelp = KnownSafetySheet.pick({ address: true, emergencyService: true });
export type CallHelp = z.infer<typeof CallHelp>;

/** A stored sheet. `revision` counts its changes from 1; a session's log keeps only this number. */
export const KeptSafetySheet = z.object({
  sheet: KnownSafetySheet,
  revision: z.int().positive(),
  changedBy: KnownName,
  changedAt: z.iso.datetime(),
});
export type KeptSafetySheet = z.infer<typeof KeptSafetySheet>;
