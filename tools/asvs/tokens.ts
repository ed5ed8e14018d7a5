import type { Chapter } from './requirement.ts';

export const TOKENS: Chapter = {
  id: 'V9',
  about: 'Self-contained tokens',
  rows: [
    {
      id: 'V9.1.1',
      asks: 'The signature of a token is checked',
      open: 'The only such token is the provider’s ID token, and its signature is not checked; see V6.8.2.',
    },
    {
      id: 'V9.1.2',
      asks: 'Only algorithms from a list count',
      open: 'Comes with V9.1.1.',
    },
    {
      id: 'V9.1.3',
      asks: 'Keys that check tokens come from a trusted place',
      open: 'Comes with V9.1.1.',
    },
    {
      id: 'V9.2.1',
      asks: 'A token counts only in its time',
      met: ['server/auth/identityProvider.ts'],
      note: 'openid-client checks exp and nbf. No test has an old token.',
    },
    {
      id: 'V9.2.2',
      asks: 'A token counts only for what it is for',
      met: ['server/auth/identityProvider.ts', 'server/auth/readClaims.ts'],
      note: 'An ID token must come with the answer to the code, and only it says who somebody is.',
    },
    {
      id: 'V9.2.3',
      asks: 'A token counts only if it is for us',
      met: ['server/auth/identityProvider.ts'],
      note: 'openid-client compares aud with OIDC_CLIENT_ID. No test has a token for somebody else.',
    },
    {
      id: 'V9.2.4',
      asks: 'Tokens for several receivers say for which',
      notApplicable: 'Earshot issues no such tokens.',
    },
  ],
};
