import type { Chapter } from './requirement.ts';

const EVERY_ROUTE = 'server/everyRoute.test.ts';

export const AUTHORIZATION: Chapter = {
  id: 'V8',
  about: 'Who may do what',
  rows: [
    {
      id: 'V8.1.1',
      asks: 'It is written down who may do what with whose data',
      met: [
        'docs/PERMISSIONS.md',
        [
          'shared/protocol/access/permissionsPage.test.ts',
          'docs/PERMISSIONS.md matches the tables (node tools/permissionsPage.ts writes it)',
        ],
      ],
    },
    {
      id: 'V8.1.2',
      asks: 'It is written down who may read and write which fields',
      met: ['shared/session/visibility.ts', 'docs/RULES.md', 'docs/decisions/0042-teams-and-caseloads.md'],
    },
    {
      id: 'V8.2.1',
      asks: 'Functions are for those who are named',
      met: [
        [EVERY_ROUTE, '[PER2] [PER3] [PER4] [PER9] lets in exactly those whom the table of permissions names'],
        [
          'server/everyCommand.test.ts',
          '[PER1] [PER2] [PER5] is answered, refused or ignored as the tables of permissions say',
        ],
      ],
    },
    {
      id: 'V8.2.2',
      asks: 'Data is for those who are tied to it',
      met: [
        [EVERY_ROUTE, '[PER9] tells no outsider anything of the family'],
        [
          'server/storage/tiedFamilies.test.ts',
          '[PER9] lists show the families that the rule ties a person to, and no other, in any clinic',
        ],
      ],
    },
    {
      id: 'V8.2.3',
      asks: 'Fields are for those who may read or write them',
      met: [
        ['server/http/caseloadAnswers.test.ts', 'an admin is told a family’s name and who treats it, and nothing else'],
        ['server/sockets/liveSession.wire.test.ts', '[AUD4] the family never receives a code or a note'],
        [
          'shared/session/visibility.test.ts',
          '[REV2] an observer who codes blind sees no code, rating or note but their own',
        ],
      ],
    },
    {
      id: 'V8.3.1',
      asks: 'The server decides, and not the page',
      met: ['server/http/gate.ts', 'server/sockets/gate.ts', [EVERY_ROUTE, 'changes nothing where it is refused']],
    },
    {
      id: 'V8.4.1',
      asks: 'Tenants are kept apart',
      notApplicable: 'One clinic has one server and one database (decision 42).',
    },
  ],
};
