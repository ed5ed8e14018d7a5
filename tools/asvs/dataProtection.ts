import type { Chapter } from './requirement.ts';

export const DATA_PROTECTION: Chapter = {
  id: 'V14',
  about: 'Protection of data',
  rows: [
    {
      id: 'V14.1.1',
      asks: 'All sensitive data is known, by how much it must be protected',
      met: [
        'docs/THREATS.md',
        'server/storage/sealedColumns.ts',
        [
          'server/storage/sealedStore.test.ts',
          '[KEY1] every column about a family that can contain words is encrypted, or is known to name nobody',
        ],
      ],
    },
    {
      id: 'V14.1.2',
      asks: 'For each kind it is written down how it is protected, kept and logged',
      met: [
        'docs/THREATS.md',
        'docs/decisions/0054-retention.md',
        [
          'server/retention/retention.test.ts',
          '[RET6] a recording is announced, and erased on its day, while the codes of its session stay',
        ],
      ],
      note: 'Encryption, access and logs are in decisions 45 and 46. How long recordings and records are kept is the clinic’s rule, what ended is removed after 30 days (RET8), and the audit is kept.',
    },
    {
      id: 'V14.2.1',
      asks: 'No secrets in addresses',
      met: [
        [
          'server/http/sessionAnswers.test.ts',
          'the lead therapist makes a link that carries its secret where servers do not see it',
        ],
        'client/api/linkSecret.ts',
      ],
      note: 'The provider’s code comes back in an address: it works once, with a secret that only the server has.',
    },
    {
      id: 'V14.2.2',
      asks: 'Nothing sensitive stays in a cache on the way or in the server',
      met: [
        ['server/http/guard.test.ts', 'the answer to %s is kept in no cache, and is no page'],
        ['server/http/erasureAnswers.test.ts', '[ERA5] what the server remembers of the family ends with it'],
      ],
    },
    {
      id: 'V14.2.3',
      asks: 'Nothing is sent to others, such as trackers',
      met: [
        ['server/http/guard.test.ts', 'pages may load and talk to nothing but ourselves'],
        'server/auth/authOptions.ts',
      ],
    },
    {
      id: 'V14.2.4',
      asks: 'Each kind is protected as written',
      met: [
        [
          'server/storage/sealedStore.test.ts',
          '[KEY1] every column about a family that can contain words is encrypted, or is known to name nobody',
        ],
        [
          'server/retention/retention.test.ts',
          '[RET3] whatever was not announced 30 days before, the database does not let anybody erase',
        ],
      ],
    },
    {
      id: 'V14.3.1',
      asks: 'After the end of a sign-in nothing of it stays in the browser',
      met: [
        [
          'client/frame/StaffArea.test.tsx',
          '[PER14] a page that is left open shows nothing anymore once its sign-in has ended',
        ],
        ['client/frame/StaffArea.test.tsx', 'a page of staff stays closed while a sign-out is not answered'],
        [
          'client/features/sign-in/owedSignOut.test.tsx',
          'a sign-out that the server did not answer is said and asked again until it has',
        ],
      ],
      note: 'Clear-Site-Data is not sent: no answer is cached, and the storage has codes that the server does not have yet, by ids, which must not be lost (LOG4).',
    },
    {
      id: 'V14.3.2',
      asks: 'Browsers keep no answer',
      met: [
        ['server/http/guard.test.ts', 'the answer to %s is kept in no cache, and is no page'],
        [
          'server/http/recordingAnswers.test.ts',
          '[RCD5] a closed session’s recording is listed in takes, and each is a WebM file that no cache keeps',
        ],
      ],
    },
    {
      id: 'V14.3.3',
      asks: 'Nothing sensitive is in the storage of the browser',
      open: 'Codes and diary days that the server did not confirm are stored, with ids and no names, until they are sent. The map of an import keeps words of the imported file.',
    },
  ],
};
