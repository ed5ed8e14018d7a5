import type { Chapter, Requirement } from './requirement.ts';

const PROVIDER_TEST = 'server/http/providerAnswers.test.ts';

const NO_SERVER = 'Earshot is a client of the provider and no authorization server.';
const NO_RESOURCES = 'Earshot accepts no access tokens.';

const ofAServer = (rows: Readonly<Record<string, string>>): Requirement[] =>
  Object.entries(rows).map(([id, asks]) => ({ id, asks, notApplicable: NO_SERVER }));

const ofResources = (rows: Readonly<Record<string, string>>): Requirement[] =>
  Object.entries(rows).map(([id, asks]) => ({ id, asks, notApplicable: NO_RESOURCES }));

export const OPEN_ID: Chapter = {
  id: 'V10',
  about: 'OAuth and OpenID Connect',
  rows: [
    {
      id: 'V10.1.1',
      asks: 'Tokens go only where they are needed',
      met: ['server/auth/identityProvider.ts'],
      note: 'They never leave the server and are forgotten once the person is known.',
    },
    {
      id: 'V10.1.2',
      asks: 'Only answers to a request of the same browser count',
      met: [
        [PROVIDER_TEST, '[PER17] an answer that is used again, in another browser, too late, or made up'],
        [PROVIDER_TEST, '[PER17] a code that was exchanged into another sign-in'],
      ],
    },
    {
      id: 'V10.2.1',
      asks: 'No other site can make a browser finish a sign-in',
      met: [
        [PROVIDER_TEST, '[PER17] a code that was exchanged into another sign-in'],
        'server/auth/identityProvider.ts',
      ],
      note: 'PKCE and state.',
    },
    {
      id: 'V10.2.2',
      asks: 'Providers cannot be mixed up',
      notApplicable: 'A clinic has one provider.',
    },
    ...ofResources({
      'V10.3.1': 'Access tokens are for this service',
      'V10.3.2': 'Access follows what a token permits',
      'V10.3.3': 'A token names a person for good',
      'V10.3.4': 'A token says how strongly its person signed in',
    }),
    ...ofAServer({
      'V10.4.1': 'Addresses to return to are registered',
      'V10.4.2': 'A code works once',
      'V10.4.3': 'A code ends soon',
      'V10.4.4': 'Clients use only the grants that they need',
      'V10.4.5': 'Refresh tokens cannot be replayed',
      'V10.4.6': 'PKCE is required',
      'V10.4.7': 'Clients that register themselves are checked',
      'V10.4.8': 'Refresh tokens end',
      'V10.4.9': 'People can revoke tokens',
      'V10.4.10': 'Confidential clients authenticate',
      'V10.4.11': 'Clients get only the scopes that they need',
    }),
    {
      id: 'V10.5.1',
      asks: 'An ID token cannot be replayed',
      met: [
        [PROVIDER_TEST, '[PER17] a code that was exchanged into another sign-in'],
        'server/auth/identityProvider.ts',
      ],
      note: 'By its nonce.',
    },
    {
      id: 'V10.5.2',
      asks: 'A person is known by what is never given to another',
      met: [
        [PROVIDER_TEST, '[PER17] is known by the subject from then on, and nobody else gets in with the same address'],
      ],
    },
    {
      id: 'V10.5.3',
      asks: 'A provider cannot say that it is another one',
      met: [[PROVIDER_TEST, '[PER17] a provider that says it is another one']],
      note: 'openid-client compares the issuer of the metadata with OIDC_ISSUER.',
    },
    {
      id: 'V10.5.4',
      asks: 'An ID token is for this client',
      met: [[PROVIDER_TEST, '[PER17] an identity that is %s']],
      note: 'As in V9.2.3.',
    },
    {
      id: 'V10.5.5',
      asks: 'A provider’s sign-outs are checked',
      notApplicable: 'There is no back-channel sign-out (decision 49).',
    },
    ...ofAServer({
      'V10.6.1': 'Only safe ways to answer are allowed',
      'V10.6.2': 'Nobody can be signed out by others',
      'V10.7.1': 'People consent to each request',
      'V10.7.2': 'People read what they consent to',
      'V10.7.3': 'People can take a consent back',
    }),
  ],
};
