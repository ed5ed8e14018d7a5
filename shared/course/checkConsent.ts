import { addDays } from '#shared/domain/course/days.ts';
import { CONSENT_LASTS_DAYS, CONSENT_WORDINGS } from '#shared/domain/consent/consentPurposes.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyRecord } from '#shared/protocol/http/families.ts';
import { consentsOf, type Consents } from './consentsOf.ts';
import type { EntryOf } from './standingEntries.ts';

type Asked = { readonly record: FamilyRecord; readonly by: FamilyFact['by']; readonly today: string };

/** Why an answer does not count: who may answer for whom, with which words, and until when. Rules CNS1, CNS2. */
export function whyNoConsent({ record, by, today }: Asked, entry: EntryOf<'consent.answer'>): string | undefined {
  const { answers, guardians }: Consents = consentsOf(record.facts);
  const { purpose, about, saidBy, answer, how, wording, until, assent } = entry;
  const person = record.family.caregivers.find(({ caregiverId }) => caregiverId === saidBy);
  if (person === undefined) return 'This caregiver does not belong to the family.';
  if (about === 'child' ? !guardians.includes(saidBy) : about !== saidBy) {
    return 'A caregiver answers for themselves, and a guardian also for the child.';
  }
  if ((how === 'own-page') !== (by.id === saidBy)) return 'On their own page, caregivers answer themselves.';
  if (wording !== CONSENT_WORDINGS[purpose].version) return 'The wording has changed. Read it again before you answer.';
  if ((assent !== null) !== (about === 'child' && answer === 'given')) {
    return 'The child’s own wish is noted when a guardian agrees for the child.';
  }
  const isUntilGood = until !== null && until >= today && until <= addDays(today, CONSENT_LASTS_DAYS.longest);
  if (answer === 'given' ? !isUntilGood : until !== null) return 'A yes needs a last day within two years.';
  const before = answers.find((one) => one.purpose === purpose && one.about === about && one.saidBy === saidBy);
  if (answer === 'withdrawn' && before?.answer !== 'given') return 'There is no consent to withdraw.';
  const isOwnNo = before !== undefined && before.answer !== 'given' && before.how === 'own-page';
  if (isOwnNo && how !== 'own-page') {
    return `${person.name} said no on their own page. Only they can change that, on the same page.`;
  }
  return undefined;
}
