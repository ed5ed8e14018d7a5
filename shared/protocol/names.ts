import { z } from 'zod';
import { cleanName } from '#shared/domain/cleanName.ts';

/** The most signs that a name has. */
const MOST_SIGNS = 80;

const cleaned = z.string().overwrite(cleanName);

/** A name that somebody types: of a person, a family, a clinic, a copy of a programme. It can be seen, and is kept clean. */
export const Name = cleaned.min(1, 'A name needs a letter that can be seen.').max(MOST_SIGNS);

/** What stands for a name that has nothing to see: one of before names were checked. */
const NAMELESS = '–';

/** A name that is kept already: cleaned as `Name` is, and never a reason to refuse what it stands in. */
export const KnownName = z.string().overwrite((text) => cleanName(text) || NAMELESS);

/** A child's initials, or nothing. */
export const Initials = cleaned.max(4);
