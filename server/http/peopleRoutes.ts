import { z } from 'zod';
import { Account, HttpFailure, NewAccount, ROUTES } from '#shared/protocol/http.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';

/** Who works here, for the admin. */
export function addPeopleRoutes(http: Http, { records, auth }: HttpPorts, gate: Gate): void {
  http.get(
    ROUTES.people,
    { onRequest: gate.admit('people:list'), schema: { response: { 200: z.array(Account) } } },
    async () => [...(await records.listAccounts())],
  );

  http.post(
    ROUTES.people,
    {
      onRequest: gate.admit('people:make'),
      schema: { body: NewAccount, response: { 200: Account, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const account = await auth.makeAccount(request.body);
      return account ?? reply.code(409).send({ error: 'Someone has this email address already.' });
    },
  );
}
