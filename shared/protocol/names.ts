import { z } from 'zod';
import { cleanName } from '#shared/domain/cleanName.ts';

/** The most signs that a name has. */
const MOST_SIGNS = 80;

const cleaned = z.string().overwrite(cleanName);

/** A name that somebody types: of a person, a family, a clinic, a copy of a program. It can be seen, and is kept clean. */
export const Name = cleaned.min(1, 'A name needs a letter that can be seen.').max(MOST_SIGNS);

/** A line that somebody types to call something by: a goal, a checklist, an item of it. Kept as a name is, and needed. */
export const label = (most: number) => cleaned.min(1, 'This needs a letter that can be seen.').max(most);

/** The same where nothing may be said. */
export const optionalLabel = (most: number) => cleaned.max(most);

/** What stands for a name that has nothing to see: one of before names were checked. */
export const NAMELESS = '–';

/** A name or a label that is kept already: cleaned as a typed one is, and never a reason to refuse what it stands in. */
export const KnownName = z.string().overwrite(knownName);

/** The same where there may be none. */
export const KnownNameOrNone = cleaned;

/** What `KnownName` reads, for a name that comes out of a store whose rows have types already. */
export function knownName(text: string): string {
  return cleanName(text) || NAMELESS;
}

/** A child's initials, or nothing. */
export const Initials = cleaned.max(4);

/**
 * How the names and labels of a shape are read, for one that is both typed and kept: `needed` by how long it may be at most,
 * `optional` where there may be none.
 */
export type Lines = {
  readonly needed: (most: number) => z.ZodType<string, string>;
  readonly optional: (most: number) => z.ZodType<string, string>;
};

export const TYPED: Lines = { needed: label, optional: optionalLabel };
export const KEPT: Lines = { needed: () => KnownName, optional: () => KnownNameOrNone };
