import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { FamilyLog } from '#server/storage/familyLog.ts';

/** Of so many families the facts are kept; of those that nobody asked for the longest, they are read again. */
const MOST_KEPT = 200;

/**
 * The facts of families, kept in memory: whoever asks again reads only what is new. Years of a diary are read once, and not
 * with each tap in it.
 */
export function createFamilyFacts(familyLog: Pick<FamilyLog, 'read'>) {
  const kept = new Map<FamilyId, readonly FamilyFact[]>();

  return async (familyId: FamilyId): Promise<readonly FamilyFact[]> => {
    const known = kept.get(familyId) ?? [];
    // A family's facts count from 1 without gaps.
    const news = await familyLog.read(familyId, known.length);
    const facts = news.length === 0 ? known : [...known, ...news];
    // What another request has learned meanwhile is not taken back.
    if (facts.length >= (kept.get(familyId)?.length ?? 0)) {
      kept.delete(familyId);
      kept.set(familyId, facts);
    }
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return facts;
  };
}
