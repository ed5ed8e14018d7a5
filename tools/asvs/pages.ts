import type { Chapter } from './requirement.ts';

const GUARD_TEST = 'server/http/guard.test.ts';

export const PAGES: Chapter = {
  id: 'V3',
  about: 'Web pages',
  rows: [
    {
      id: 'V3.2.1',
      asks: 'Browsers cannot show data or files as a page',
      met: [
        [GUARD_TEST, 'the answer to %s is kept in no cache, and is no page'],
        [GUARD_TEST, 'data asked for by %s'],
        'server/http/exportAnswers.ts',
      ],
    },
    {
      id: 'V3.2.2',
      asks: 'Text is shown as text',
      met: ['client/trustedTypes.ts', [GUARD_TEST, 'pages may load and talk to nothing but ourselves']],
      note: 'Screens are React; nothing sets HTML.',
    },
    {
      id: 'V3.3.1',
      asks: 'Cookies are sent over https only, with a name that says so',
      met: [
        ['server/auth/credentialCookie.test.ts', 'with https the cookie is for this host alone'],
        ['server/auth/auth.test.ts', 'behind https the cookie is sent over https only'],
      ],
      note: 'PUBLIC_URL is https wherever other machines can open it; see V12.2.1.',
    },
    {
      id: 'V3.3.2',
      asks: 'Each cookie has the SameSite that it needs',
      met: [
        ['server/auth/credentialCookie.test.ts', 'with https the cookie is for this host alone'],
        'server/auth/authOptions.ts',
      ],
    },
    {
      id: 'V3.3.3',
      asks: 'Cookies have the prefix `__Host-`',
      met: [
        ['server/auth/credentialCookie.test.ts', 'with https the cookie is for this host alone'],
        'server/auth/authOptions.ts',
      ],
    },
    {
      id: 'V3.3.4',
      asks: 'Scripts cannot read the cookies, and nothing else carries them',
      met: [['server/http/signInAnswers.test.ts', 'the cookie is the only place that the credential goes to']],
    },
    {
      id: 'V3.4.1',
      asks: 'Every answer tells browsers to stay with https for a year',
      met: [
        [
          'server/http/guard.test.ts',
          'behind https every answer tells browsers to stay there for a year, also one to an address that cannot be read',
        ],
      ],
    },
    {
      id: 'V3.4.2',
      asks: 'Other sites may read only what is allowed by name',
      notApplicable: 'No such header is sent: other sites may read nothing.',
    },
    {
      id: 'V3.4.3',
      asks: 'A content policy lets pages load only what is ours',
      met: [[GUARD_TEST, 'pages may load and talk to nothing but ourselves'], 'server/http/guard.ts'],
    },
    {
      id: 'V3.4.4',
      asks: 'Browsers do not guess types',
      met: [[GUARD_TEST, 'the answer to %s is kept in no cache, and is no page']],
    },
    {
      id: 'V3.4.5',
      asks: 'Addresses are not passed on to other sites',
      met: ['server/http/guard.ts'],
      note: 'helmet sends no-referrer by default. Secrets of links are in the fragment, which browsers never send.',
    },
    {
      id: 'V3.4.6',
      asks: 'No other site can frame a page',
      met: [
        [GUARD_TEST, 'the answer to %s is kept in no cache, and is no page'],
        [GUARD_TEST, 'pages may load and talk to nothing but ourselves'],
      ],
    },
    {
      id: 'V3.5.1',
      asks: 'Requests that a page of another site makes are refused',
      met: [[GUARD_TEST, 'a page of another site cannot make a browser change anything']],
    },
    {
      id: 'V3.5.2',
      asks: 'No request without a preflight gets around that',
      met: [
        ['server/http/answerFailures.test.ts', 'only JSON is understood'],
        [GUARD_TEST, '%s from a page of %s goes through: %s'],
      ],
    },
    {
      id: 'V3.5.3',
      asks: 'What changes something is no GET',
      met: [[GUARD_TEST, 'data asked for by %s'], 'shared/protocol/http/http.wire.snap'],
      note: 'GET reads and downloads, and is refused to pages of other sites.',
    },
    { id: 'V3.5.4', asks: 'Separate applications have separate hosts', notApplicable: 'It is one application.' },
    { id: 'V3.5.5', asks: 'Messages between windows are checked', notApplicable: 'Pages send and read none.' },
    {
      id: 'V3.7.1',
      asks: 'Pages use only technology that is still supported',
      met: ['client/index.html', 'vite.config.ts'],
    },
    {
      id: 'V3.7.2',
      asks: 'Pages lead to other hosts only if these are on a list',
      met: [
        ['server/http/providerAnswers.test.ts', 'to be sent on to %s'],
        'client/api/provider.ts',
        'client/signInRoutes.tsx',
      ],
      note: 'Only to the provider of the settings. The page to come back to is a path of ours.',
    },
  ],
};
