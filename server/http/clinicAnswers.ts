import type { clinicRoutes } from '#shared/protocol/http/clinic.ts';
import { hashSecret } from '#server/storage/secrets.ts';
import { NEW_CLINIC_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { StoreFault } from '#server/storage/storeFault.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { isGuessable } from '#server/auth/passwords/isGuessable.ts';
import { refuse, TOO_WEAK } from './refusal.ts';

type Ports = Pick<
  HttpPorts,
  | 'records'
  | 'auth'
  | 'clinic'
  | 'storeHealth'
  | 'findDemoUser'
  | 'sendMail'
  | 'identityProvider'
  | 'firstAdminSecret'
  | 'now'
>;

export function clinicAnswers(ports: Ports): AnswersTo<typeof clinicRoutes> {
  const { records, auth, clinic, storeHealth, findDemoUser, sendMail, identityProvider, firstAdminSecret, now } = ports;
  /** If two people press the button at the same moment, only one becomes the admin. */
  let beingMade = false;

  return {
    'clinic:health': async () => {
      await records.hasAccounts();
      const reason = storeHealth.trouble();
      if (reason !== undefined) throw new StoreFault(reason, undefined);
      return { status: 'ok' };
    },

    'clinic:read': async () => ({
      needsAdmin: !(await records.hasAccounts()),
      demo: findDemoUser !== undefined,
      sendsMail: sendMail !== undefined,
      provider: identityProvider?.name ?? null,
      clinic: await clinic.card(),
    }),

    'clinic-contact:read': async () => {
      const { name, telephone } = await clinic.card();
      return { name, telephone };
    },

    'clinic-settings:read': async () => [...(await records.listClinicSettings())],

    'clinic-settings:change': async ({ account, body }) => {
      await records.writeClinicSettings(body, account.userId, now());
      const [newest] = await records.listClinicSettings();
      if (newest === undefined) throw new Error('Settings that were just written are not there.');
      return newest;
    },

    'first-admin:make': async ({ body: { clinic: settings, secret, ...person }, request, reply }) => {
      // Compares hashes, so that the duration tells nothing about the secret.
      if (hashSecret(secret) !== hashSecret(firstAdminSecret)) {
        return refuse(403, 'This link no longer works. The current link is in the terminal where Earshot was started.');
      }
      if (beingMade) return refuse(409, 'Someone else is creating the first account right now. Try again in a moment.');
      beingMade = true;
      try {
        if (await isGuessable({ password: person.password, about: [person.name, person.email, settings.name] })) {
          return refuse(422, TOO_WEAK);
        }
        const admin = (await records.hasAccounts()) ? undefined : await auth.makeAccount({ ...person, role: 'admin' });
        if (admin === undefined) return refuse(409, 'This clinic already has an admin. Please sign in.');
        await records.writeClinicSettings(settings, admin.userId, now());
        await records.writeSignInPolicy(NEW_CLINIC_POLICY, admin.userId, now());
        reply.header('set-cookie', await auth.signInAs(admin.userId, 'password', request.headers['user-agent']));
        return admin;
      } finally {
        beingMade = false;
      }
    },
  };
}
