import { consentsOf, lastAnswer } from '#shared/course/consentsOf.ts';
import { CONSENT_LASTS_DAYS, CONSENT_PURPOSES } from '#shared/domain/consent/consentPurposes.ts';
import { consentStanding } from '#shared/domain/consent/consentTo.ts';
import { addDays } from '#shared/domain/course/days.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import type { OwnAnswer, OwnConsents, ownConsentRoutes } from '#shared/protocol/http/ownConsents.ts';
import type { FamilyCourse } from '#server/families/familyCourses.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { caregiverName, createOwnPages, NOT_OPEN, OF_ANOTHER, type OwnPage } from './ownPage.ts';
import { refuse } from './refusal.ts';

type Ports = Pick<HttpPorts, 'records' | 'courses' | 'clinic' | 'publicUrl' | 'now'>;

/** What a caregiver agreed to, on their own page. Rules CNS1, CNS2. */
export function ownConsentAnswers(ports: Ports): AnswersTo<typeof ownConsentRoutes> {
  const { clinic } = ports;
  const pages = createOwnPages(ports);

  return {
    'own-consents:read': async (asked) => {
      const page = await pages.find(asked);
      if (page === undefined) return NOT_OPEN;
      return describe(page, await clinic.today());
    },

    'own-consents:answer': async ({ body, ...asked }) => {
      const page = await pages.find(asked);
      if (page === undefined) return NOT_OPEN;
      if (body.caregiverId !== page.owner.caregiverId) return OF_ANOTHER;
      const today = await clinic.today();
      const entered = await pages.enter(page, (course) => entriesFor(course, body, today));
      if ('refused' in entered) return refuse(entered.refused.status, entered.refused.error);
      return describe({ ...page, course: entered.course }, today);
    },
  };
}

function entriesFor({ record: { facts } }: FamilyCourse, body: OwnAnswer, today: string): readonly FamilyEntry[] {
  if (facts.some(({ entry }) => entry.type === 'consent.answer' && entry.entryId === body.entryId)) return [];
  const { caregiverId, about, answer, ...rest } = body;
  return [
    {
      ...rest,
      type: 'consent.answer',
      answer,
      about: about === 'me' ? caregiverId : 'child',
      saidBy: caregiverId,
      how: 'own-page',
      until: answer === 'given' ? addDays(today, CONSENT_LASTS_DAYS.usual) : null,
    },
  ];
}

function describe(page: OwnPage, today: string): OwnConsents {
  const { caregiverId } = page.owner;
  const { facts, family } = page.course.record;
  const consents = consentsOf(facts);
  const standings = (about: string) =>
    CONSENT_PURPOSES.map((purpose) => {
      const last = lastAnswer(consents, { purpose, about, saidBy: caregiverId });
      return { purpose, is: consentStanding(last, today), until: last?.until ?? null };
    });
  return {
    caregiverId,
    caregiverName: caregiverName(page),
    childInitials: family.childInitials,
    own: standings(caregiverId),
    forChild: consents.guardians.includes(caregiverId) ? standings('child') : null,
  };
}
