import type { Chapter } from './requirement.ts';

export const LOGGING: Chapter = {
  id: 'V16',
  about: 'Logs and errors',
  rows: [
    {
      id: 'V16.1.1',
      asks: 'It is written down what is logged, where, for whom and for how long',
      met: ['docs/THREATS.md', 'docs/decisions/0046-an-audit-in-a-chain.md'],
    },
    {
      id: 'V16.2.1',
      asks: 'A row says when, where, who and what',
      open: 'A row of the audit has time, actor, act, outcome and ids. It does not say from which browser or address (decision 46 leaves addresses out).',
    },
    {
      id: 'V16.2.2',
      asks: 'Times are in UTC, from one clock',
      met: ['server/audit/auditWriter.ts', 'server/time/time.ts'],
      note: 'Keeping the machine’s clock right is the operator’s.',
    },
    {
      id: 'V16.2.3',
      asks: 'Logs go only where it is written that they go',
      met: ['server/createLog.ts', 'docs/THREATS.md'],
    },
    {
      id: 'V16.2.4',
      asks: 'Programs can read the logs',
      met: ['server/createLog.ts'],
      note: 'One JSON object a line.',
    },
    {
      id: 'V16.2.5',
      asks: 'Logs have no secrets and nothing sensitive',
      met: [
        ['server/logCanaries.test.ts', 'whatever %s asks, rightly or wrongly'],
        ['server/logCanaries.test.ts', 'when the records fail while they answer %s'],
        ['server/logCanaries.test.ts', 'whatever anybody sends in a session in %s'],
        'server/createLog.ts',
        'e2e/logCanaries.ts',
      ],
      note: 'Every story in a browser looks through the log too.',
    },
    {
      id: 'V16.3.1',
      asks: 'Each sign-in is logged, also a failed one, with how it was done',
      met: [
        ['server/http/requestAudit.test.ts', '[ADT1] each sign-in says how it was done, also one that was refused'],
        'server/http/passkeyAnswers.ts',
        'server/http/providerAnswers.ts',
      ],
      note: 'A wrong passkey, or a failed sign-in at the provider, names nobody.',
    },
    {
      id: 'V16.3.2',
      asks: 'Refusals because of who asks are logged',
      met: [
        [
          'server/http/requestAudit.test.ts',
          '[ADT1] an attempt that was refused is a denial with its asker, and what was only wrong is none',
        ],
        [
          'server/sockets/audit.wire.test.ts',
          '[ADT1] the audit says who attended a session, who overrode what and who was refused',
        ],
      ],
    },
    {
      id: 'V16.3.3',
      asks: 'Attempts to get around checks and limits are logged',
      met: [
        ['server/refusalsInLog.test.ts', '[WIR7] what HTTP and sockets refused is one line of the log'],
        ['server/http/noteRefusals.test.ts', '[WIR7] %s is noted once'],
        [
          'server/network/refusals.test.ts',
          '[WIR7] a flood from many networks is a hundred lines and one for the others',
        ],
      ],
      note: 'A line names the network and numbers. Wrong passwords and codes are in the audit.',
    },
    {
      id: 'V16.3.4',
      asks: 'Faults are logged',
      met: [
        'server/http/answerFailures.ts',
        'server/createApp.ts',
        [
          'server/storage/storeFault.test.ts',
          'a full disk is reported as such, once; nothing is written, and everything goes on when there is space',
        ],
      ],
    },
    {
      id: 'V16.4.1',
      asks: 'Nobody can write lines of their own into a log',
      met: ['server/createLog.ts', 'server/http/requestAudit.ts'],
      note: 'Lines are JSON. The audit takes ids only.',
    },
    {
      id: 'V16.4.2',
      asks: 'Logs cannot be read by others or changed',
      met: [
        [
          'server/storage/sqlAuditLog.test.ts',
          '[ADT3] the database refuses to change, remove, replace or skip a row of the audit',
        ],
        ['server/cli/audit/audit.test.ts', '[ADT3] an audit that was made again is found by a head that was kept'],
      ],
      note: 'What the operator does with the lines on stderr is theirs.',
    },
    {
      id: 'V16.4.3',
      asks: 'Logs are copied to another system',
      open: 'Only the head of the audit, if the operator runs “audit head” every day. Rows themselves leave only with a backup.',
    },
    {
      id: 'V16.5.1',
      asks: 'Errors say nothing of what is inside',
      met: [
        ['server/http/answerFailures.test.ts', 'a fault of ours says nothing of what is inside'],
        ['server/keys/familyKey.test.ts', 'an error names the place and nothing of the value'],
      ],
    },
    {
      id: 'V16.5.2',
      asks: 'The application goes on when something else fails',
      met: [
        ['server/http/providerAnswers.test.ts', '[PER17] a provider that does not answer, in words; later it may'],
        [
          'server/recording/recordingFaults.test.ts',
          'a recorder that died is started again, the log shows the gap, and live media are not affected',
        ],
        [
          'server/media/sessionMedia.test.ts',
          'when the voices’ worker dies everybody starts again there, and the room flows on',
        ],
      ],
    },
    {
      id: 'V16.5.3',
      asks: 'What fails stays closed',
      met: [
        [
          'server/exports/recording/recordingJob.test.ts',
          '[RCD8] a file that is being made stops if the consent to it cannot be checked',
        ],
        [
          'server/audit/auditWriter.test.ts',
          '[ADT2] while too much waits, nothing more may be read, however often it is tried',
        ],
        [
          'server/auth/accessWatch.test.ts',
          'a store in trouble is said once, nobody acts in the meantime, and nothing is missed',
        ],
      ],
    },
  ],
};
