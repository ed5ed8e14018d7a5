import type { familyRoutes } from '#shared/protocol/http/families.ts';
import { planFamily } from '#server/families/planFamily.ts';
import { enterRecordEntries } from './enterRecordEntries.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { linkFate } from './linkFate.ts';
import { refuse } from './refusal.ts';

type Ports = Pick<
  HttpPorts,
  'records' | 'courses' | 'courseDesk' | 'clinic' | 'findClinicProgram' | 'publicUrl' | 'now'
>;

const NOT_THERE = refuse(404, 'There is no such family, or it is not yours.');

export function familyAnswers(ports: Ports): AnswersTo<typeof familyRoutes> {
  const { records, courses, courseDesk, clinic, publicUrl, now } = ports;

  return {
    'families:list': async ({ account, query }) => {
      const seenBy = { person: account, today: await clinic.today() };
      const { families, next } = await records.pageFamilies(seenBy, query);
      const overviews = await courseDesk.overviewsOf(families.map(({ familyId }) => familyId));
      return {
        families: families.flatMap((family) => {
          const course = overviews.get(family.familyId);
          return course === undefined ? [] : [{ ...family, course }];
        }),
        next,
      };
    },

    'families:make': async ({ account: { userId, name, role }, body }) => {
      const plan = await planFamily(body, ports);
      if (plan === undefined) return refuse(404, 'There is no such program.');
      const therapist = role === 'therapist' ? { therapist: userId } : {};
      return records.makeFamily({ ...plan, ...therapist }, { id: userId, name }, now());
    },

    'family:read': async ({ params }) => (await courses.read(params.familyId))?.record ?? NOT_THERE,

    'family:enter': async ({ account, params, body, tellAudit }) => {
      if ('override' in body && body.override !== null) tellAudit({ what: 'gate.overridden' });
      const course = await courses.read(params.familyId);
      if (course === undefined) return NOT_THERE;
      const by = { id: account.userId, name: account.name };
      const entered = await enterRecordEntries(courses, course, by, [body]);
      return 'refused' in entered ? refuse(entered.refused.status, entered.refused.error) : entered.course.record;
    },

    'safety-sheet:read': async ({ params }) => (await records.findSafetySheet(params.familyId)) ?? null,

    'safety-sheet:write': async ({ account, params, body }) =>
      records.writeSafetySheet(params.familyId, body, account.name, now()),

    'diary-links:make': async ({ params: { familyId }, body: { caregiverId } }) => {
      const family = await records.findFamily(familyId);
      if (!family?.caregivers.some((caregiver) => caregiver.caregiverId === caregiverId)) {
        return refuse(422, 'This caregiver does not belong to the family.');
      }
      const { linkId, secret, expiresAt } = await records.makeDiaryLink({ familyId, caregiverId }, now());
      return { linkId, url: `${publicUrl}/diary#${secret}`, expiresAt: expiresAt.toISOString() };
    },

    'diary-links:list': async ({ params: { familyId } }) =>
      (await records.listDiaryLinks(familyId)).map(({ caregiverId, ...link }) => ({
        caregiverId,
        ...linkFate(link, now()),
      })),

    'diary-links:withdraw': async ({ params: { familyId, linkId } }) =>
      (await records.withdrawDiaryLink(familyId, linkId, now())) ? null : refuse(404, 'There is no such link.'),
  };
}
