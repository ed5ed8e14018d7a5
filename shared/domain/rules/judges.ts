/**
 * What judges a rule: a part of the software, with its folders and files, or a person by their role. A test finds each
 * rule's id in one of the places of each of its judges. For a person, the place is where the product asks them.
 */
type JudgeDefinition = { readonly says: string; readonly is: 'software' | 'person'; readonly in: readonly string[] };

export const JUDGES = {
  scoring: {
    says: 'scoring',
    is: 'software',
    in: [
      'shared/domain/scoring/',
      'shared/domain/mastery.ts',
      'shared/domain/codingWindow',
      'shared/domain/windowStanding',
      'shared/session/clockStops',
      'shared/session/sessionReport.ts',
      'server/cli/score/',
    ],
  },
  goals: { says: 'scoring, by the program’s table', is: 'software', in: ['shared/domain/programs/'] },
  console: {
    says: 'a hint on the console',
    is: 'software',
    in: ['shared/domain/codingHint', 'client/features/coach-console/'],
  },
  sequence: { says: 'the sequence machine', is: 'software', in: ['shared/session/sequence/'] },
  session: { says: 'the session machine', is: 'software', in: ['shared/session/sessionMachine'] },
  course: { says: 'the gates and alerts of the course', is: 'software', in: ['shared/course/'] },
  card: {
    says: 'the family card',
    is: 'software',
    in: ['shared/course/familyCard', 'shared/domain/coaching/skillToCoach'],
  },
  coaching: {
    says: 'the figures of coaching',
    is: 'software',
    in: ['shared/domain/coaching/', 'shared/session/coachStatements'],
  },
  agreement: {
    says: 'the comparison of coders',
    is: 'software',
    in: ['shared/domain/reliability/', 'shared/session/review/', 'shared/practice/'],
  },
  recording: {
    says: 'the recording keeper',
    is: 'software',
    in: [
      'shared/domain/recording/',
      'shared/session/recording/',
      'server/recording/',
      'server/http/recordingAnswers',
      'e2e/recording',
    ],
  },
  consent: {
    says: 'the table of consents',
    is: 'software',
    in: ['shared/domain/consent/', 'shared/course/', 'shared/session/consentChanges', 'server/'],
  },
  review: {
    says: 'the gate of a review',
    is: 'software',
    in: ['shared/session/review/', 'shared/session/trackSights'],
  },
  programs: {
    says: 'the program’s tables and their tests',
    is: 'software',
    in: ['shared/domain/programs/', 'shared/session/programOf.ts', 'shared/session/sessionMachine'],
  },
  hearing: {
    says: 'the table of who hears and sees what',
    is: 'software',
    in: ['shared/domain/audience', 'shared/session/visibility', 'shared/session/whoHears.ts'],
  },
  permission: {
    says: 'the tables of who may do what',
    is: 'software',
    in: ['shared/domain/permissions.ts', 'shared/domain/tie.ts', 'server/http/', 'server/sockets/'],
  },
  familyRoom: { says: 'the family’s own device', is: 'software', in: ['client/features/family-room/'] },
  familyLink: { says: 'the state of each link', is: 'software', in: ['shared/domain/familyLink', 'server/http/'] },
  sounding: { says: 'what each page says of its own sound', is: 'software', in: ['shared/session/whoHears'] },
  earCheck: { says: 'the ear check', is: 'software', in: ['shared/domain/earCheck'] },
  prompts: {
    says: 'the delivery of prompts',
    is: 'software',
    in: ['shared/domain/prompts.ts', 'shared/session/sequence/promptsOver.ts', 'server/rooms/promptKeeper.ts'],
  },
  reader: {
    says: 'the reader of transcripts',
    is: 'software',
    in: ['shared/protocol/transcript', 'server/cli/', 'shared/domain/programs/'],
  },
  speech: { says: 'the finder of speech', is: 'software', in: ['shared/domain/speech/', 'shared/session/review/'] },
  clocks: {
    says: 'the clocks of the page and the server',
    is: 'software',
    in: ['shared/domain/sessionClock', 'shared/domain/momentHeard'],
  },
  log: { says: 'the log', is: 'software', in: ['server/storage/', 'server/sockets/', 'client/api/'] },
  keys: {
    says: 'the keys of the clinic and its families',
    is: 'software',
    in: ['server/keys/', 'server/storage/', 'server/cli/key/', 'server/cli/backup/'],
  },
  erasure: {
    says: 'the erasure of families',
    is: 'software',
    in: ['shared/domain/retention/', 'server/erasures/', 'server/storage/', 'server/cli/backup/'],
  },
  retention: {
    says: 'the rules of retention',
    is: 'software',
    in: ['shared/domain/retention/', 'server/retention/', 'server/storage/'],
  },
  copy: {
    says: 'the family’s copy',
    is: 'software',
    in: ['shared/exports/familyCopy/', 'server/exports/familyCopy/'],
  },
  audit: {
    says: 'the audit',
    is: 'software',
    in: [
      'shared/domain/audit/',
      'server/audit/',
      'server/storage/',
      'server/http/',
      'server/sockets/',
      'server/cli/audit/',
    ],
  },
  wire: {
    says: 'the schemas and the gate of the wire',
    is: 'software',
    in: ['shared/protocol/contract', 'shared/protocol/http/routeLimits', 'server/sockets/', 'server/network/'],
  },
  coder: {
    says: 'whoever codes',
    is: 'person',
    in: [
      'shared/domain/programs/',
      'client/features/coach-console/',
      'shared/domain/codingHint',
      'tools/practiceClips.test.ts',
      'client/features/supervision/',
      'shared/domain/scoring/',
      'client/features/review/',
    ],
  },
  leadCoach: {
    says: 'the lead coach',
    is: 'person',
    in: ['client/features/coach-console/', 'client/live/', 'shared/domain/programs/pcit/'],
  },
  therapist: {
    says: 'the therapist',
    is: 'person',
    in: ['client/features/families/', 'shared/domain/programs/', 'shared/course/'],
  },
  supervisor: {
    says: 'the supervisor',
    is: 'person',
    in: ['client/features/review/', 'client/features/report/', 'client/features/families/'],
  },
  caregiver: {
    says: 'the caregiver’s own account',
    is: 'person',
    in: ['shared/domain/programs/', 'client/features/families/', 'client/features/family-room/'],
  },
} as const satisfies Record<string, JudgeDefinition>;

export type Judge = keyof typeof JUDGES;
