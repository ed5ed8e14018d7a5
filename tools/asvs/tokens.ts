import type { Chapter } from './requirement.ts';

const FORGED = ['server/http/providerAnswers.test.ts', '[PER17] an identity that is %s'] as const;

export const TOKENS: Chapter = {
  id: 'V9',
  about: 'Self-contained tokens',
  rows: [
    {
      id: 'V9.1.1',
      asks: 'The signature of a token is checked',
      met: [FORGED, 'server/auth/discoverProvider.ts'],
      note: 'The only such token is the provider’s ID token.',
    },
    {
      id: 'V9.1.2',
      asks: 'Only algorithms from a list count',
      met: [FORGED, 'server/auth/discoverProvider.ts'],
      note: 'RSA, ECDSA and EdDSA, as far as the provider offers them; neither “none” nor a shared secret.',
    },
    {
      id: 'V9.1.3',
      asks: 'Keys that check tokens come from a trusted place',
      met: [FORGED, 'server/auth/discoverProvider.ts'],
      note: 'From the address in the provider’s metadata, over TLS. Keys and addresses in a token are not looked at.',
    },
    {
      id: 'V9.2.1',
      asks: 'A token counts only in its time',
      met: [FORGED],
      note: 'openid-client checks exp and nbf.',
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
      met: [FORGED],
      note: 'openid-client compares aud with OIDC_CLIENT_ID.',
    },
    {
      id: 'V9.2.4',
      asks: 'Tokens for several receivers say for which',
      notApplicable: 'Earshot issues no such tokens.',
    },
  ],
};
