import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';

/** The records of all families: facts are added at the end and never changed. */
export type FamilyLog = {
  /** A family's facts after a seq, in order; all of them by default. */
  readonly read: (familyId: FamilyId, afterSeq?: number) => Promise<readonly FamilyFact[]>;
  /** Appends facts without a gap, all or none. Throws `LogConflict` if another writer was faster. */
  readonly append: (familyId: FamilyId, facts: readonly FamilyFact[]) => Promise<void>;
};
