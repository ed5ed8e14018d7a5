import type { ConsentAnswer, ConsentTable } from '#shared/domain/consent/consentTo.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { EntryOf } from './standingEntries.ts';

/** An answer with when and how it was given, and who entered it. */
export type KnownConsent = ConsentAnswer &
  Pick<EntryOf<'consent.answer'>, 'how'> & { readonly at: string; readonly enteredBy: string };

/** A family’s consents: the last answer of each person to each question, and who is a guardian. Rule CNS1. */
export type Consents = Omit<ConsentTable, 'answers'> & { readonly answers: readonly KnownConsent[] };

export function consentsOf(facts: readonly FamilyFact[]): Consents {
  const last = new Map<string, KnownConsent>();
  let guardians: readonly string[] = [];
  for (const { entry, at, by } of facts) {
    if (entry.type === 'guardians.name') guardians = entry.caregivers;
    if (entry.type !== 'consent.answer') continue;
    const { purpose, about, saidBy } = entry;
    last.set(`${purpose} ${about} ${saidBy}`, { ...entry, at, enteredBy: by.name });
  }
  return { answers: [...last.values()], guardians };
}
