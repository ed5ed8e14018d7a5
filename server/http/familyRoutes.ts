import { z } from 'zod';
import { Family, NewFamily, ROUTES } from '#shared/protocol/http.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';

/** The families of the clinic. */
export function addFamilyRoutes(http: Http, { records }: HttpPorts, gate: Gate): void {
  http.get(
    ROUTES.families,
    { onRequest: gate.admit('families:list'), schema: { response: { 200: z.array(Family) } } },
    async () => [...(await records.listFamilies())],
  );

  http.post(
    ROUTES.families,
    { onRequest: gate.admit('families:make'), schema: { body: NewFamily, response: { 200: Family } } },
    async (request) => records.makeFamily(request.body),
  );
}
