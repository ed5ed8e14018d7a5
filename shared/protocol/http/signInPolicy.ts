import { z } from 'zod';
import { IDLE_MINUTES, LASTS_HOURS } from '#shared/domain/signInEnd.ts';
import type { Routes } from './route.ts';

/** How people sign in at this clinic. */
export const SignInPolicy = z.strictObject({
  /** Whether everybody needs a second factor. Rule PER11. */
  secondFactor: z.enum(['required', 'optional']),
  /** Whether a sign-in at the clinic’s identity provider needs no second factor here. Rule PER17. */
  isProviderEnough: z.boolean().default(false),
  /** After so long without a request, a person signs in again. Rule PER14. */
  idleMinutes: z.coerce.number<string | number>().int().min(IDLE_MINUTES.least).max(IDLE_MINUTES.most),
  /** After so long, a person signs in again in any case. Rule PER14. */
  lastsHours: z.coerce.number<string | number>().int().min(LASTS_HOURS.least).max(LASTS_HOURS.most),
});
export type SignInPolicy = z.infer<typeof SignInPolicy>;

const USUAL = { isProviderEnough: false, idleMinutes: IDLE_MINUTES.usual, lastsHours: LASTS_HOURS.usual };

/** Of a clinic that is new. */
export const NEW_CLINIC_POLICY: SignInPolicy = { secondFactor: 'required', ...USUAL };

/** Of a clinic from before there were second factors, until its admin decides. The demo is such a clinic. */
export const UNDECIDED_POLICY: SignInPolicy = { secondFactor: 'optional', ...USUAL };

export const signInPolicyRoutes = {
  'sign-in-policy:read': {
    method: 'GET',
    path: '/api/clinic/sign-in-policy',
    does: 'Reads how people sign in at this clinic.',
    for: ['admin'],
    audit: null,
    limit: 'reading',
    answer: SignInPolicy,
  },
  'sign-in-policy:change': {
    method: 'POST',
    path: '/api/clinic/sign-in-policy',
    does: 'Changes how people sign in at this clinic, from their next request on.',
    for: ['admin'],
    audit: 'clinic.changed',
    limit: 'writing',
    asksAgain: true,
    body: SignInPolicy,
    answer: SignInPolicy,
  },
} as const satisfies Routes;
