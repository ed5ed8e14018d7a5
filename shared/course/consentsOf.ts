import type { ConsentAnswer, ConsentTable } from '#shared/domain/consent/consentTo.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { EntryOf } from './standingEntries.ts';

/** An answer with when and how it was given, and who entered it. */
export type KnownConsent = ConsentAnswer &
  Pick<EntryOf<'consent.answer'>, 'how'> & { readonly at: string; readonly enteredBy: string };

/** A family’s consents: the last answer of each person to each question, and who is a guardian. Rule CNS1. */
type Consents = Omit<ConsentTable, 'answers'> & { readonly answers: readonly KnownConsent[] };

/** Which answer is meant: one person’s, about one purpose, for themselves or for the child. */
type Question = Pick<ConsentAnswer, 'purpose' | 'about' | 'saidBy'>;

export function lastAnswer({ answers }: Consents, { purpose, about, saidBy }: Question): KnownConsent | undefined {
  return answers.find((one) => one.purpose === purpose && one.about === about && one.saidBy === saidBy);
}

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
