import type { FamilyEntry, FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { FamilyCourses } from '#server/families/familyCourses.ts';
import { LogConflict } from '#server/storage/factLog.ts';

type Refused = { readonly status: 404 | 409 | 422; readonly error: string };

/** Enters into a family's record, and says in words for people why it was not. */
export async function enterKindly(
  courses: Pick<FamilyCourses, 'enter'>,
  familyId: FamilyId,
  by: FamilyFact['by'],
  entries: readonly FamilyEntry[],
): Promise<Refused | undefined> {
  try {
    const outcome = await courses.enter(familyId, by, entries);
    if (outcome === 'entered') return undefined;
    if (outcome === undefined) return { status: 404, error: 'There is no such family, or it is not yours.' };
    return { status: outcome.is === 'not now' ? 409 : 422, error: outcome.text };
  } catch (error) {
    if (!(error instanceof LogConflict)) throw error;
    return { status: 409, error: 'Someone else entered something at the same moment. Please look, and try again.' };
  }
}
