import { z } from 'zod';
import { mayEnterForFamily, mayReadFamily } from '#shared/domain/course/familyAccess.ts';
import { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import {
  DiaryLink,
  Family,
  FamilyRecord,
  HttpFailure,
  NewDiaryLink,
  NewFamily,
  ROUTES,
  type Account,
} from '#shared/protocol/http.ts';
import { FamilyId } from '#shared/protocol/ids.ts';
import { planFamily } from '#server/families/planFamily.ts';
import { enterKindly } from './enterKindly.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';

const Params = z.object({ familyId: FamilyId });
const NOT_THERE = { error: 'There is no such family, or it is not yours.' };

/** The families of the clinic, and the record of each: open to its own therapists and to supervisors. Rule PER4. */
export function addFamilyRoutes(http: Http, ports: HttpPorts, gate: Gate): void {
  const { records, courses, publicUrl, now } = ports;

  async function mayRead(account: Account, familyId: FamilyId): Promise<boolean> {
    const staff = await courses.staffOf(familyId);
    return staff !== undefined && mayReadFamily(account, staff);
  }
  async function mayEnter(account: Account, familyId: FamilyId): Promise<boolean> {
    const staff = await courses.staffOf(familyId);
    return staff !== undefined && mayEnterForFamily(account, staff);
  }

  http.get(
    ROUTES.families,
    { onRequest: gate.admit('families:list'), schema: { response: { 200: z.array(Family) } } },
    async () => [...(await records.listFamilies())],
  );

  http.post(
    ROUTES.families,
    {
      onRequest: gate.admit('families:make'),
      schema: { body: NewFamily, response: { 200: Family, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { userId, name } = gate.accountOf(request);
      const plan = await planFamily(request.body, ports);
      if (plan === undefined) return reply.code(404).send({ error: 'There is no such program.' });
      return records.makeFamily(plan, { id: userId, name }, now());
    },
  );

  http.get(
    ROUTES.family(':familyId'),
    {
      onRequest: gate.admit('family:read'),
      schema: { params: Params, response: { 200: FamilyRecord, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { familyId } = request.params;
      if (!(await mayRead(gate.accountOf(request), familyId))) return reply.code(404).send(NOT_THERE);
      return (await courses.read(familyId))?.record ?? reply.code(404).send(NOT_THERE);
    },
  );

  http.post(
    ROUTES.familyEntries(':familyId'),
    {
      onRequest: gate.admit('family-entries:make'),
      schema: { params: Params, body: FamilyEntry, response: { 200: FamilyRecord, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { familyId } = request.params;
      const account = gate.accountOf(request);
      if (!(await mayEnter(account, familyId))) return reply.code(404).send(NOT_THERE);
      const course = await courses.read(familyId);
      if (course === undefined) return reply.code(404).send(NOT_THERE);
      const by = { id: account.userId, name: account.name };
      const entered = await enterKindly(courses, course, by, [request.body]);
      if ('refused' in entered) return reply.code(entered.refused.status).send({ error: entered.refused.error });
      return entered.course.record;
    },
  );

  http.post(
    ROUTES.diaryLinks(':familyId'),
    {
      onRequest: gate.admit('diary-links:make'),
      schema: { params: Params, body: NewDiaryLink, response: { 200: DiaryLink, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { familyId } = request.params;
      const { caregiverId } = request.body;
      if (!(await mayEnter(gate.accountOf(request), familyId))) return reply.code(404).send(NOT_THERE);
      const family = await records.findFamily(familyId);
      if (!family?.caregivers.some((caregiver) => caregiver.caregiverId === caregiverId)) {
        return reply.code(422).send({ error: 'This caregiver does not belong to the family.' });
      }
      const { secret, expiresAt } = await records.makeDiaryLink({ familyId, caregiverId }, now());
      return { url: `${publicUrl}/diary#${secret}`, expiresAt: expiresAt.toISOString() };
    },
  );
}
