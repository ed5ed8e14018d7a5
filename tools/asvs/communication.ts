import type { Chapter } from './requirement.ts';

export const COMMUNICATION: Chapter = {
  id: 'V12',
  about: 'Encryption on the way',
  rows: [
    {
      id: 'V12.1.1',
      asks: 'Only TLS 1.2 and 1.3',
      met: [
        ['server/http/tlsRules.test.ts', 'a client with %s is refused'],
        ['server/http/tlsRules.test.ts', '%s connects with the best suite'],
      ],
      note: 'Of our own https. A proxy in front has its own.',
    },
    {
      id: 'V12.1.2',
      asks: 'Only recommended cipher suites',
      met: [
        ['server/http/tlsRules.test.ts', 'a client with %s is refused'],
        ['server/http/tlsRules.test.ts', '%s connects with the best suite'],
        'server/http/tlsRules.ts',
      ],
      note: 'Six suites for TLS 1.2 and three for 1.3, all with forward secrecy, the strongest first.',
    },
    { id: 'V12.1.3', asks: 'Certificates of clients are checked', notApplicable: 'Clients have none.' },
    {
      id: 'V12.2.1',
      asks: 'Whoever comes from outside comes by TLS, and by nothing else',
      met: [
        ['server/config/config.test.ts', '%j is refused with a message'],
        ['server/http/guard.test.ts', 'from another machine for %s is told where to go instead, and is noted once'],
        ['server/sockets/connections.wire.test.ts', '[WIR8] a handshake without encryption from %s (%s) is taken: %s'],
        'docs/decisions/0057-https-or-this-machine.md',
      ],
      note: 'A proxy in front has rules of its own.',
    },
    {
      id: 'V12.2.2',
      asks: 'Services that are open to the world have a certificate that browsers trust',
      open: 'The clinic brings the certificate, and nothing checks who issued it. The self-signed one (decision 55) is only for trying, and says so.',
    },
    {
      id: 'V12.3.1',
      asks: 'All connections in and out are encrypted',
      open: 'Mail and the provider are, outside this machine, and so is what comes in, except from a proxy that the clinic named. One on another machine may pass requests on without encryption, which the server cannot tell from one in a container beside it. TLS_CERT and TLS_KEY encrypt that way too.',
    },
    {
      id: 'V12.3.2',
      asks: 'Certificates of servers that we call are checked',
      met: [
        'server/mail/sendMail.ts',
        'server/auth/identityProvider.ts',
        [
          'server/mail/sendMail.test.ts',
          'nothing is sent over a connection that is not encrypted, where that is required',
        ],
      ],
      note: 'By the libraries’ defaults, which nothing switches off.',
    },
    {
      id: 'V12.3.3',
      asks: 'Our own services talk to each other encrypted',
      notApplicable: 'It is one server. Recorders get media over loopback on the same machine.',
    },
    {
      id: 'V12.3.4',
      asks: 'Our own services trust only certificates that are named',
      notApplicable: 'It is one server.',
    },
  ],
};
