import { CLINIC_ROUTES, ClinicContact, Health } from '#shared/protocol/clinic.ts';
import { Account, ClinicState, FirstAdmin, HttpFailure, ROUTES } from '#shared/protocol/http.ts';
import { Unwell } from '#shared/protocol/unwell.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';
import { ONCE_IN_A_WHILE } from './rates.ts';

/** Whether the clinic is there, whether it has anyone, and the one admin who makes everyone else. */
export function addClinicRoutes(
  http: Http,
  { records, auth, clinic, storeHealth, findDemoUser, now }: HttpPorts,
  gate: Gate,
): void {
  http.get(
    ROUTES.health,
    { onRequest: gate.admit('health:read'), schema: { response: { 200: Health, 503: Unwell } } },
    async (_request, reply) => {
      await records.hasAccounts();
      const reason = storeHealth.trouble();
      if (reason === undefined) return reply.send({ status: 'ok' });
      return reply.code(503).send({ status: 'cannot-save', reason });
    },
  );

  http.get(
    ROUTES.clinic,
    { onRequest: gate.admit('clinic:read'), schema: { response: { 200: ClinicState } } },
    async () => ({
      needsAdmin: !(await records.hasAccounts()),
      demo: findDemoUser !== undefined,
      clinic: await clinic.card(),
    }),
  );

  http.get(
    CLINIC_ROUTES.contact,
    { onRequest: gate.admit('clinic:read'), schema: { response: { 200: ClinicContact } } },
    async () => {
      const { name, telephone } = await clinic.card();
      return { name, telephone };
    },
  );

  /** Of two people who press the button at the same moment only one becomes the admin. */
  let beingMade = false;
  http.post(
    ROUTES.firstAdmin,
    {
      onRequest: gate.admit('first-admin:make'),
      config: { rateLimit: ONCE_IN_A_WHILE },
      schema: { body: FirstAdmin, response: { 200: Account, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      if (beingMade) return reply.code(409).send({ error: 'Someone else is just doing this.' });
      beingMade = true;
      try {
        const { clinic: settings, ...person } = request.body;
        const admin = (await records.hasAccounts()) ? undefined : await auth.makeAccount({ ...person, role: 'admin' });
        if (admin === undefined)
          return await reply.code(409).send({ error: 'This clinic has an admin. Please sign in.' });
        await records.writeClinicSettings(settings, admin.userId, now());
        return await reply.header('set-cookie', await auth.signInAs(admin.userId)).send(admin);
      } finally {
        beingMade = false;
      }
    },
  );
}
