import type { Chapter } from './requirement.ts';

export const VALIDATION: Chapter = {
  id: 'V2',
  about: 'Validation and business logic',
  rows: [
    {
      id: 'V2.1.1',
      asks: 'The rules for each input are written down',
      met: [
        'shared/protocol/http/http.wire.snap',
        'shared/protocol/contract.wire.snap',
        ['shared/protocol/http/routes.test.ts', 'the table is described as a valid OpenAPI document'],
      ],
    },
    {
      id: 'V2.1.2',
      asks: 'The rules for inputs that belong together are written down',
      met: ['docs/RULES.md', 'shared/protocol/semanticFaults.ts'],
    },
    {
      id: 'V2.1.3',
      asks: 'Limits for one person and for the whole application are written down',
      open: 'The limits of one person and one address are in rules WIR4 to WIR6. There is no limit for the whole server, and none for its disk except for recordings.',
    },
    {
      id: 'V2.2.1',
      asks: 'Every input is checked against what is expected',
      met: [
        [
          'server/http/answerFailures.test.ts',
          'an input that is not right is answered with what is wrong, field by field',
        ],
        [
          'server/sockets/refusals.wire.test.ts',
          '[WIR3] a payload of the wrong shape is refused and changes nothing: %j',
        ],
      ],
    },
    {
      id: 'V2.2.2',
      asks: 'The server checks, whatever the page did',
      met: ['server/http/answerRoutes.ts', 'server/sockets/gate.ts'],
    },
    {
      id: 'V2.2.3',
      asks: 'Inputs that belong together are checked together',
      met: [
        'shared/protocol/semanticFaults.ts',
        [
          'server/http/programAnswers.test.ts',
          '[PRO4] edits that do not fit the program are refused in words, and nothing is kept',
        ],
        ['server/http/familyAnswers.test.ts', '[CRS1] a stage whose gate is shut is entered only with a reason'],
      ],
    },
    {
      id: 'V2.3.1',
      asks: 'Steps happen in their order, and none is skipped',
      met: [
        [
          'server/everyCommand.test.ts',
          '[PER1] [PER2] [PER5] is answered, refused or ignored as the tables of permissions say',
        ],
        ['shared/session/sessionMachine.test.ts', '[SES5] stays closed once it is closed'],
      ],
    },
    {
      id: 'V2.3.2',
      asks: 'The written limits hold',
      met: [
        ['server/sockets/refusals.wire.test.ts', '[WIR4] a command sent too often is refused, while others still work'],
        [
          'server/http/practiceAnswers.test.ts',
          '[PRA2] nobody can fill the store: so many attempts a minute, and no more',
        ],
        [
          'server/http/importAnswers.test.ts',
          'what breaks the format, has a strange code or too many is refused whole',
        ],
      ],
    },
    {
      id: 'V2.3.3',
      asks: 'What belongs together is done whole or not at all',
      met: [
        [
          'server/storage/openSqlite.test.ts',
          'a transaction that reads before it writes cannot be overtaken by another process',
        ],
        [
          'server/erasures/erasure.test.ts',
          '[ERA3] what stays of an erased family is counts and who decided, and the audit row is written with the key',
        ],
      ],
    },
    {
      id: 'V2.3.4',
      asks: 'What exists once cannot be taken twice',
      met: [
        ['server/storage/sqlRecords.test.ts', 'of two simultaneous redemptions of a link one gets the device'],
        ['server/http/clinicAnswers.test.ts', 'of two who press at the same moment one becomes the admin'],
        ['server/storage/factLog.test.ts', 'writes of two connections at the same moment form one log without gaps'],
      ],
    },
    {
      id: 'V2.4.1',
      asks: 'Nobody can use up the server by asking too much',
      met: [
        [
          'server/http/requestLimits.test.ts',
          'a route of the class “%s” answers 429 and when to come back, and answers then',
        ],
        [
          'server/sockets/connections.wire.test.ts',
          'is cut off when it sends more than any person can, while others are answered',
        ],
      ],
      note: 'For each person and address. See V2.1.3 for the whole server.',
    },
  ],
};
