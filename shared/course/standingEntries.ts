import type { FamilyFact, FamilyFactEntry } from '#shared/protocol/familyFacts.ts';

export type EntryOf<T extends FamilyFactEntry['type']> = Extract<FamilyFactEntry, { type: T }>;

/** The entries that were not withdrawn, oldest first. The others stay in the record and count nowhere. */
export function standingEntries(facts: readonly FamilyFact[]): readonly FamilyFactEntry[] {
  const entries = facts.map(({ entry }) => entry);
  const withdrawn = new Set(entriesOf(entries, 'entry.withdraw').map(({ entry }) => entry));
  return entries.filter((entry) => !('entryId' in entry) || !withdrawn.has(entry.entryId));
}

export function entriesOf<T extends FamilyFactEntry['type']>(
  entries: readonly FamilyFactEntry[],
  type: T,
): readonly EntryOf<T>[] {
  return entries.filter((entry): entry is EntryOf<T> => entry.type === type);
}
