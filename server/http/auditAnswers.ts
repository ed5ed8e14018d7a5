import type { auditRoutes } from '#shared/protocol/http/audit.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';

/** Who looked at what: everything for an admin, a family's rows for those who are tied to it. Rule ADT4. */
export function auditAnswers({ records }: Pick<HttpPorts, 'records'>): AnswersTo<typeof auditRoutes> {
  return {
    'audit:list': ({ query, tellAudit }) => {
      if (query.familyId !== undefined) tellAudit({ familyId: query.familyId });
      return records.listAudit(query);
    },
    'family-audit:read': ({ params, query }) => records.listAudit({ ...query, ...params }),
  };
}
