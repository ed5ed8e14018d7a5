import type { Chapter } from './requirement.ts';

export const CODING: Chapter = {
  id: 'V15',
  about: 'Code and dependencies',
  rows: [
    {
      id: 'V15.1.1',
      asks: 'It is written down how soon dependencies are updated',
      met: ['SECURITY.md'],
    },
    {
      id: 'V15.1.2',
      asks: 'There is a list of all components, from trusted places',
      met: [
        'docs/LICENSES.md',
        'package-lock.json',
        ['tools/licenses/otherComponents.test.ts', 'what is no package of npm is listed, with where it comes from'],
        ['tools/licenses/otherComponents.test.ts', 'a component that nobody described is a complaint'],
      ],
      note: 'Packages with their hashes, and what is none: Node, SQLite, the media worker with its libraries, Debian’s packages, models.',
    },
    {
      id: 'V15.1.3',
      asks: 'It is written down what costs much, and how it is limited',
      met: [
        'docs/decisions/0041-limits-and-ends-of-connections.md',
        'shared/protocol/http/routeLimits.ts',
        'docs/decisions/0013-speech.md',
      ],
    },
    {
      id: 'V15.2.1',
      asks: 'No component is older than that',
      open: 'SECURITY.md sets the times, and nothing checks that they are kept: known faults are looked for by hand. The worker that mediasoup’s authors build has OpenSSL 3.0.8, of 2023; one that tools/setup builds has Debian’s.',
    },
    {
      id: 'V15.2.2',
      asks: 'What costs much does not stop the rest',
      met: [
        [
          'server/http/requestLimits.test.ts',
          'of twelve reports that one person asks for, two are made at a time, and all are answered',
        ],
        ['server/exports/makeExport.test.ts', '%s is made in a thread of its own and is the same as when made here'],
        [
          'server/sockets/pressFlood.wire.test.ts',
          '[WIR4] a coach of another session is answered while one coach sends hundreds of presses',
        ],
      ],
    },
    {
      id: 'V15.2.3',
      asks: 'Production has only what it needs',
      open: 'The server runs from the source folder, with tests, tools and packages for development beside it. The demo is off wherever others can open it.',
    },
    {
      id: 'V15.3.1',
      asks: 'Answers have only the fields that are needed',
      met: [
        'server/http/answerRoutes.ts',
        ['server/http/caseloadAnswers.test.ts', 'an admin is told a family’s name and who treats it, and nothing else'],
        'shared/protocol/http/http.wire.snap',
      ],
    },
    {
      id: 'V15.3.2',
      asks: 'Redirects of servers that we call are not followed',
      met: ['server/auth/identityProvider.ts'],
      note: 'openid-client follows none.',
    },
    {
      id: 'V15.3.3',
      asks: 'Nobody can set a field that is not meant to be set',
      met: [
        ['server/http/peopleAnswers.test.ts', 'cannot choose the person’s password'],
        [
          'shared/protocol/contract.test.ts',
          '[WIR2] no command takes an identity, because identity comes from the handshake',
        ],
        'server/auth/authOptions.ts',
      ],
    },
    {
      id: 'V15.3.4',
      asks: 'The address of a client is the true one, also behind proxies',
      met: [
        ['server/network/clientAddress.test.ts', '[WIR5] when %s, the client is %j %s %s → %s'],
        [
          'server/http/signInAnswers.test.ts',
          '[WIR5] behind the clinic’s proxy, trying links is slowed down for the client, and nobody escapes by making up an address',
        ],
      ],
    },
    {
      id: 'V15.3.5',
      asks: 'Types are checked, and comparisons are strict',
      met: ['tsconfig.json', 'eslint.config.js', 'shared/protocol/contract.ts'],
    },
    {
      id: 'V15.3.6',
      asks: 'Nobody can change the prototypes of objects',
      met: [
        [
          'server/sockets/refusals.wire.test.ts',
          '[WIR3] the name %s is refused for everybody, and the session goes on',
        ],
        ['server/sockets/refusals.wire.test.ts', '[WIR3] an unknown command is refused with its name'],
        'shared/imports/foreignFiles.test.ts',
      ],
    },
    {
      id: 'V15.3.7',
      asks: 'A parameter that comes twice or in another place does no harm',
      met: ['server/http/answerRoutes.ts', 'shared/protocol/http/route.ts'],
      note: 'Path, query and body have a schema each; a list where one value belongs is refused.',
    },
  ],
};
