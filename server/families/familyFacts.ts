import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { FamilyLog } from '#server/storage/familyLog.ts';

/** How many families' facts are kept in memory. Those that were not read for the longest time are dropped first. */
const MAX_KEPT = 200;

type FamilyFacts = {
  readonly of: (familyId: FamilyId) => Promise<readonly FamilyFact[]>;
  /** For good: the family was erased. */
  readonly forget: (familyId: FamilyId) => void;
};

/** Kept in memory, so that reading again loads only new facts: a diary would be read in full at each tap. */
export function createFamilyFacts(familyLog: Pick<FamilyLog, 'read'>): FamilyFacts {
  const kept = new Map<FamilyId, readonly FamilyFact[]>();
  const erased = new Set<FamilyId>();

  return {
    async of(familyId) {
      const known = kept.get(familyId) ?? [];
      // A family's facts count from 1 without gaps.
      const news = await familyLog.read(familyId, known.length);
      if (erased.has(familyId)) return [];
      const facts = news.length === 0 ? known : [...known, ...news];
      // Another request may have read more in the meantime; keep the longer list.
      if (facts.length >= (kept.get(familyId)?.length ?? 0)) {
        kept.delete(familyId);
        kept.set(familyId, facts);
      }
      const [oldest] = kept.keys();
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
      return facts;
    },

    forget(familyId) {
      erased.add(familyId);
      kept.delete(familyId);
    },
  };
}
