import { z } from 'zod';
import { EVERYONE, type Routes } from './route.ts';

/** An address on this site. */
const OwnPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])/, 'must be an address of this site');

const BeginAtProvider = z.strictObject({
  /** The page to return to. */
  to: OwnPath,
  /** Whether the provider is to ask again who it is, also if it knows. */
  again: z.boolean(),
});

/** What the provider wrote into the address when it sent the browser back. */
const BackFromProvider = z.strictObject({ search: z.string().max(8_000) });

export const providerRoutes = {
  'provider-sign-in:begin': {
    method: 'POST',
    path: '/api/auth/provider/begin',
    does: 'Says where a person signs in at the clinic’s identity provider.',
    for: EVERYONE,
    audit: null,
    limit: 'signing-in',
    body: BeginAtProvider,
    answer: z.object({ url: z.url() }),
    refusals: { 404: 'The clinic has no identity provider.', 409: 'The provider does not answer.' },
  },
  'provider-sign-in:finish': {
    method: 'POST',
    path: '/api/auth/provider',
    does: 'Signs in whoever comes back from the identity provider.',
    for: EVERYONE,
    audit: 'person.signed-in',
    limit: 'signing-in',
    body: BackFromProvider,
    answer: z.object({ to: OwnPath }),
    refusals: {
      401: 'The provider did not vouch for anybody, or this browser did not ask, or it is too late.',
      403: 'Nobody with this verified address has an account here.',
      404: 'The clinic has no identity provider.',
    },
  },
} as const satisfies Routes;
