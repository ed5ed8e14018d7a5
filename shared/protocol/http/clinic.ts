import { z } from 'zod';
import { ClinicCard, ClinicContact, ClinicSettings, ClinicSettingsVersion, Health } from '../clinic.ts';
import { Account, NewAccount } from './people.ts';
import { EVERYONE, type Routes } from './route.ts';

/** Whether this clinic has accounts, whether it is the demo, whether it can send mail, its identity provider, and its public data. */
const ClinicState = z.object({
  needsAdmin: z.boolean(),
  demo: z.boolean(),
  sendsMail: z.boolean(),
  /** What people call the identity provider at which they may sign in. Null if there is none. */
  provider: z.string().nullable(),
  clinic: ClinicCard,
});

/** The first admin and the clinic. `secret` is from the link that the server printed. */
export const FirstAdmin = NewAccount.omit({ role: true }).extend({
  secret: z.string().max(100),
  clinic: ClinicSettings,
});
export type FirstAdmin = z.infer<typeof FirstAdmin>;

export const clinicRoutes = {
  'clinic:health': {
    method: 'GET',
    path: '/api/health',
    does: 'Says that the server can save, or answers 503 if it cannot.',
    for: EVERYONE,
    audit: null,
    limit: 'open',
    answer: Health,
  },
  'clinic:read': {
    method: 'GET',
    path: '/api/clinic',
    does: 'Reads what anybody may know about the clinic.',
    for: EVERYONE,
    audit: null,
    limit: 'open',
    answer: ClinicState,
  },
  'clinic-contact:read': {
    method: 'GET',
    path: '/api/clinic/contact',
    does: 'Reads whom a family can call.',
    for: EVERYONE,
    audit: null,
    limit: 'open',
    answer: ClinicContact,
  },
  'clinic-settings:read': {
    method: 'GET',
    path: '/api/clinic/settings',
    does: 'Lists every version of the clinic’s settings, newest first.',
    for: ['admin'],
    audit: null,
    limit: 'reading',
    answer: z.array(ClinicSettingsVersion),
  },
  'clinic-settings:change': {
    method: 'POST',
    path: '/api/clinic/settings',
    does: 'Makes the next version of the clinic’s settings.',
    for: ['admin'],
    audit: 'clinic.changed',
    limit: 'writing',
    body: ClinicSettings,
    answer: ClinicSettingsVersion,
  },
  'first-admin:make': {
    method: 'POST',
    path: '/api/clinic/first-admin',
    does: 'Makes the first account, an admin’s, and signs in. Only by the printed link, and while nobody has an account.',
    for: EVERYONE,
    audit: 'account.changed',
    limit: 'rare',
    body: FirstAdmin,
    answer: Account,
    refusals: {
      403: 'The secret is not the one of the printed link.',
      409: 'The clinic has an admin already.',
      422: 'The password is easy to guess.',
    },
  },
} as const satisfies Routes;
