import { addDays } from '#shared/domain/course/days.ts';
import { CONSENT_LASTS_DAYS, CONSENT_WORDINGS } from '#shared/domain/consent/consentPurposes.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyRecord } from '#shared/protocol/http/families.ts';
import { consentsOf, lastAnswer } from './consentsOf.ts';
import type { EntryOf } from './standingEntries.ts';

type Asked = { readonly record: FamilyRecord; readonly by: FamilyFact['by']; readonly today: string };

const NOT_OF_FAMILY = 'This caregiver does not belong to the family.';

/** Why an answer does not count: who may answer for whom, with which words, and until when. Rules CNS1, CNS2. */
export function whyNoConsent({ record, by, today }: Asked, entry: EntryOf<'consent.answer'>): string | undefined {
  const consents = consentsOf(record.facts);
  const { purpose, about, saidBy, answer, how, wording, until, assent } = entry;
  const person = record.family.caregivers.find(({ caregiverId }) => caregiverId === saidBy);
  if (person === undefined) return NOT_OF_FAMILY;
  if (about === 'child' ? !consents.guardians.includes(saidBy) : about !== saidBy) {
    return 'A caregiver answers for themselves, and a guardian also for the child.';
  }
  if ((how === 'own-page') !== (by.id === saidBy)) return 'On their own page, caregivers answer themselves.';
  if (wording !== CONSENT_WORDINGS[purpose].version) return 'The wording has changed. Read it again before you answer.';
  if ((assent !== null) !== (about === 'child' && answer === 'given')) {
    return 'The child’s own wish is noted when a guardian agrees for the child.';
  }
  const isUntilGood = until !== null && until >= today && until <= addDays(today, CONSENT_LASTS_DAYS.longest);
  if (answer === 'given' ? !isUntilGood : until !== null) return 'A yes needs a last day within two years.';
  const before = lastAnswer(consents, entry);
  if (answer === 'withdrawn' && before?.answer !== 'given') return 'There is no consent to withdraw.';
  const isOwnNo = before !== undefined && before.answer !== 'given' && before.how === 'own-page';
  if (isOwnNo && how !== 'own-page') {
    return `${person.name} said no on their own page. Only they can change that, on the same page.`;
  }
  return undefined;
}

/** Why the guardians cannot be changed to these: whoever said no for the child is not left out without a reason. Rule CNS2. */
export function whyNotGuardians(
  { record }: Pick<Asked, 'record'>,
  { caregivers, reason }: EntryOf<'guardians.name'>,
): string | undefined {
  const { family, facts } = record;
  const isOfFamily = (id: string) => family.caregivers.some(({ caregiverId }) => caregiverId === id);
  if (!caregivers.every(isOfFamily)) return NOT_OF_FAMILY;
  const { answers, guardians } = consentsOf(facts);
  const left = guardians.filter((id) => !caregivers.some((kept) => kept === id));
  const refused = answers.find(
    ({ about, answer, saidBy }) => about === 'child' && answer !== 'given' && left.includes(saidBy),
  );
  if (refused === undefined || reason !== null) return undefined;
  return 'This guardian said no for the child. Say why they no longer decide for the child.';
}
