import type { caseloadRoutes } from '#shared/protocol/http/caseloads.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

const NOT_THERE = refuse(404, 'This family or person does not exist, or you do not have access. Nothing was changed.');
const REFUSED = {
  'not theirs': NOT_THERE,
  'treats already': refuse(422, 'This therapist already treats the family. Nothing was changed.'),
  'not a therapist': refuse(422, 'Only an active therapist can have families. Nothing was changed.'),
  'too far': refuse(422, 'A cover lasts two years at most. Nothing was changed.'),
  past: refuse(422, 'The last day of a cover cannot be in the past. Nothing was changed.'),
} as const;

/** Who treats which family, and how a family comes to a therapist. Rule PER9. */
export function caseloadAnswers({
  records,
  caseloads,
  clinic,
  now,
}: Pick<HttpPorts, 'records' | 'caseloads' | 'clinic' | 'now'>): AnswersTo<typeof caseloadRoutes> {
  return {
    'caseloads:list': async ({ query }) => records.listAssignments({ ...query, today: await clinic.today() }),

    'family-therapists:read': async ({ params }) => [
      ...(await records.listTherapistsOf(params.familyId, await clinic.today())),
    ],

    'colleagues:list': async ({ account }) => [...(await records.listColleagues(account))],

    'caseloads:hand-over': async ({ account, body, tellAudit }) => {
      const done = await caseloads.handOver(account, body);
      if ('refused' in done) return REFUSED[done.refused];
      tellAudit({ families: done.families });
      return { families: done.families.length };
    },

    'caseloads:cover': async ({ account, body, tellAudit }) => {
      const done = await caseloads.cover(account, body);
      if ('refused' in done) return REFUSED[done.refused];
      tellAudit({ families: done.families });
      return { families: done.families.length };
    },

    'caseloads:end-cover': async ({ account, body: { familyId, userId } }) =>
      (await caseloads.endCover(account, familyId, userId)) ? null : NOT_THERE,

    'caseload-notices:list': async ({ account }) => [
      ...(await records.listNotices(account.userId, await clinic.today())),
    ],

    'caseload-notices:dismiss': async ({ account, body: { families } }) => {
      await records.dismissNotices(account.userId, families, now());
      return null;
    },
  };
}
