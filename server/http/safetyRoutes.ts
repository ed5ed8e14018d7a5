import { z } from 'zod';
import { mayEnterForFamily, mayReadFamily } from '#shared/domain/course/familyAccess.ts';
import { HttpFailure, ROUTES } from '#shared/protocol/http.ts';
import { FamilyId } from '#shared/protocol/ids.ts';
import { KeptSafetySheet, SafetySheet } from '#shared/protocol/safetySheet.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';

const Params = z.object({ familyId: FamilyId });
const NOT_THERE = { error: 'There is no such family, or it is not yours.' };

type Ports = Pick<HttpPorts, 'records' | 'courses' | 'now'>;

/** How to reach a family: for its own therapists and supervisors. Rule SAF2. */
export function addSafetyRoutes(http: Http, { records, courses, now }: Ports, gate: Gate): void {
  http.get(
    ROUTES.safetySheet(':familyId'),
    {
      onRequest: gate.admit('safety-sheet:read'),
      schema: { params: Params, response: { 200: KeptSafetySheet.nullable(), '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { familyId } = request.params;
      const staff = await courses.staffOf(familyId);
      if (staff === undefined || !mayReadFamily(gate.accountOf(request), staff)) return reply.code(404).send(NOT_THERE);
      return (await records.findSafetySheet(familyId)) ?? null;
    },
  );

  http.post(
    ROUTES.safetySheet(':familyId'),
    {
      onRequest: gate.admit('safety-sheet:write'),
      schema: { params: Params, body: SafetySheet, response: { 200: KeptSafetySheet, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { familyId } = request.params;
      const account = gate.accountOf(request);
      const staff = await courses.staffOf(familyId);
      if (staff === undefined || !mayEnterForFamily(account, staff)) return reply.code(404).send(NOT_THERE);
      return records.writeSafetySheet(familyId, request.body, account.name, now());
    },
  );
}
