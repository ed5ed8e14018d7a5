import type { Chapter } from './requirement.ts';

export const API: Chapter = {
  id: 'V4',
  about: 'HTTP and sockets',
  rows: [
    {
      id: 'V4.1.1',
      asks: 'Every answer names its type and character set',
      met: ['shared/exports/exportTable.ts', 'server/http/servePages.ts', 'server/http/answerRoutes.ts'],
      note: 'Fastify adds UTF-8 to JSON. No test looks at every answer.',
    },
    {
      id: 'V4.1.2',
      asks: 'Data is not redirected from http to https',
      met: ['server/http/createHttp.ts'],
      note: 'The server redirects nothing. A proxy in front may.',
    },
    {
      id: 'V4.1.3',
      asks: 'Users cannot set the headers of proxies',
      met: [
        ['server/network/clientAddress.test.ts', '[WIR5] when %s, the client is %j %s %s → %s'],
        [
          'server/http/signInAnswers.test.ts',
          '[WIR5] behind the clinic’s proxy, trying links is slowed down for the client, and nobody escapes by making up an address',
        ],
      ],
    },
    {
      id: 'V4.2.1',
      asks: 'The length of a request is read in one way only',
      met: [['server/http/requestLength.test.ts', 'a request with %s is refused, and nothing after it is read']],
      note: 'Node’s strict parser does it. A proxy in front has one of its own.',
    },
    { id: 'V4.3.1', asks: 'GraphQL queries are limited', notApplicable: 'There is no GraphQL.' },
    { id: 'V4.3.2', asks: 'GraphQL does not describe itself', notApplicable: 'There is no GraphQL.' },
    {
      id: 'V4.4.1',
      asks: 'Sockets are encrypted',
      met: [
        ['server/sockets/connections.wire.test.ts', '[WIR8] a handshake without encryption from %s (%s) is taken: %s'],
        'docs/decisions/0057-https-or-this-machine.md',
      ],
    },
    {
      id: 'V4.4.2',
      asks: 'A socket says from which of our origins it comes',
      met: [
        ['server/createApp.test.ts', 'a socket without a cookie, or from another site’s page, cannot connect'],
        'server/sockets/connectionLimits.ts',
      ],
    },
    {
      id: 'V4.4.3',
      asks: 'If sockets have tokens of their own, these are as good as those of sessions',
      notApplicable: 'A socket uses the cookie of its sign-in or device.',
    },
    {
      id: 'V4.4.4',
      asks: 'Tokens of sockets come from an authenticated session',
      notApplicable: 'A socket uses the cookie of its sign-in or device.',
    },
  ],
};
