import { z } from 'zod';
import { cleanName } from '#shared/domain/cleanName.ts';

/** The most characters in a name. */
const MAX_NAME_LETTERS = 80;

const cleaned = z.string().overwrite(cleanName);

/** A name that somebody types: visible and cleaned. */
export const Name = cleaned.min(1, 'A name needs at least one visible letter').max(MAX_NAME_LETTERS);

/** A required label that somebody types: of a goal, a checklist or one of its items. It is cleaned like a name. */
const label = (most: number) => cleaned.min(1, 'This needs at least one visible letter').max(most);

/** The same, but it may be empty. */
export const optionalLabel = (most: number) => cleaned.max(most);

/** Replaces a stored name with nothing visible, from the time before names were checked. */
export const NAMELESS = '–';

/** A stored name or label. It is cleaned like a typed one, and never makes its record unreadable. */
export const KnownName = z.string().overwrite(knownName);

/** The same, but it may be empty. */
export const KnownNameOrNone = cleaned;

/** What `KnownName` does, for a name from a store whose rows are already typed. */
export function knownName(text: string): string {
  return cleanName(text) || NAMELESS;
}

/** A child's initials, or an empty text. */
export const Initials = cleaned.max(4);

/** How to read labels of a shape both typed and stored: `needed` has a greatest length, `optional` may be empty. */
export type Lines = {
  readonly needed: (most: number) => z.ZodType<string, string>;
  readonly optional: (most: number) => z.ZodType<string, string>;
};

export const TYPED: Lines = { needed: label, optional: optionalLabel };
export const KEPT: Lines = { needed: () => KnownName, optional: () => KnownNameOrNone };

/** A part of a family's name. */
export const FamilySearch = z.string().trim().min(1).max(100);
