import type { FamilyEntry, FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyCourse, FamilyCourses } from '#server/families/familyCourses.ts';
import { LogConflict } from '#server/storage/factLog.ts';

type Refused = {
  readonly status: 409 | 422;
  readonly error: string;
  /** Something else was entered at the same moment: the next try may succeed. */
  readonly isRace?: true;
};

/** Adds an entry to a family's record. Returns the course after it, or a message saying why it was refused. */
export async function enterRecordEntries(
  courses: Pick<FamilyCourses, 'enter'>,
  course: FamilyCourse,
  by: FamilyFact['by'],
  entries: readonly FamilyEntry[],
): Promise<{ readonly course: FamilyCourse } | { readonly refused: Refused }> {
  try {
    const outcome = await courses.enter(course, by, entries);
    if ('course' in outcome) return outcome;
    return refused(outcome.refused.is === 'not now' ? 409 : 422, outcome.refused.text);
  } catch (error) {
    if (!(error instanceof LogConflict)) throw error;
    const text = 'Someone else entered something at the same moment. Check their entry, then try again.';
    return { refused: { status: 409, error: text, isRace: true } };
  }
}

function refused(status: Refused['status'], error: string): { readonly refused: Refused } {
  return { refused: { status, error } };
}
