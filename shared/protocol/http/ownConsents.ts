import { z } from 'zod';
import { ASSENTS, CONSENT_PURPOSES } from '#shared/domain/consent/consentPurposes.ts';
import { Day } from '../familyFacts.ts';
import { CaregiverId, EntryId } from '../ids.ts';
import { KnownName, KnownNameOrNone } from '../names.ts';
import { EVERYONE, type Routes } from './route.ts';

const standing = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  is: z.enum(['given', 'refused', 'withdrawn', 'expired', 'outdated', 'not-asked']),
  /** The last day of a yes. */
  until: Day.nullable(),
});

/** What a caregiver agreed to, for themselves and, if they are a guardian, for the child. Rules CNS. */
export const OwnConsents = z.object({
  caregiverId: CaregiverId,
  caregiverName: KnownName,
  childInitials: KnownNameOrNone,
  own: z.array(standing),
  /** Null if the caregiver is not noted as a guardian. */
  forChild: z.array(standing).nullable(),
});
export type OwnConsents = z.infer<typeof OwnConsents>;

export const OwnAnswer = z.strictObject({
  entryId: EntryId,
  /** Whose page it is, in case another one was opened in the same browser. */
  caregiverId: CaregiverId,
  purpose: z.enum(CONSENT_PURPOSES),
  about: z.enum(['me', 'child']),
  answer: z.enum(['given', 'refused', 'withdrawn']),
  wording: z.int().positive(),
  assent: z.enum(ASSENTS).nullable(),
});
export type OwnAnswer = z.infer<typeof OwnAnswer>;

const NO_PAGE = 'No page of a caregiver is open in this browser.';

export const ownConsentRoutes = {
  'own-consents:read': {
    method: 'GET',
    path: '/api/diary/consents',
    does: 'Reads what the caregiver whose page is open here agreed to. Also after the course has ended.',
    for: EVERYONE,
    audit: 'consents.read',
    limit: 'page',
    answer: OwnConsents,
    refusals: { 401: NO_PAGE },
  },
  'own-consents:answer': {
    method: 'POST',
    path: '/api/diary/consents',
    does: 'Gives, refuses or withdraws a consent. Sending it twice answers once. Rules CNS1, CNS2.',
    for: EVERYONE,
    audit: 'consent.answered',
    limit: 'page',
    body: OwnAnswer,
    answer: OwnConsents,
    refusals: {
      401: NO_PAGE,
      403: 'Another caregiver’s page is open in this browser.',
      409: 'The answer is not possible now.',
      422: 'The answer does not fit.',
    },
  },
} as const satisfies Routes;
