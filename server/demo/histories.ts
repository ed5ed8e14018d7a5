import type { Counts } from './codesInOrder.ts';
import { COMMANDS_AT_FIRST, COMMANDS_FOLLOWED, TIME_OUT, type Script } from './commandScripts.ts';
import {
  atLevel,
  entered,
  missed,
  objective,
  practiced,
  problem,
  weeklyTotals,
  type DemoEntry,
  type DemoPen,
} from './demoRecord.ts';

/** What one caregiver did in one past session: counts of codes to mix at random, and codes whose order matters. */
export type Played = {
  readonly coded: Counts;
  /** The practice clip used as the recording of the window. What is said in it is what was coded. */
  readonly film?: string;
  /**
   * If the supervisor coded the window too, from the recording if there is one: every n-th code differs or is missing.
   */
  readonly supervisorDiffersEvery?: number;
  readonly coached: Counts;
  readonly inOrder?: Script;
  readonly coachedInOrder?: Script;
};

/** One past session: how many weeks before today, each caregiver's turn in order, and the therapist's note. */
export type PastWeek = {
  readonly weeksAgo: number;
  /** The stage of the course and what is coded in it. Defaults to the family's own. */
  readonly stage?: string;
  readonly phase?: string;
  readonly turns: readonly Played[];
  readonly note: string;
  /** The supervisor's note at the sign-off. Absent while the review waits for it. */
  readonly signedOff?: string;
};

/** A family invented for the demo. It contains no real person's data. */
export type DemoFamily = {
  readonly name: string;
  readonly childInitials: string;
  readonly childBirthMonth: string;
  readonly caregiverNames: readonly string[];
  readonly program?: string;
  /** On whose caseload it is, unless the demo's therapist treats it. */
  readonly therapist?: 'trainee' | 'elsewhere';
  /** The stage of its sessions and what is coded, for sessions that do not say. */
  readonly stage?: string;
  readonly phase?: string;
  readonly past: readonly PastWeek[];
  /** When its sessions begin, by the clinic's clock. */
  readonly at: string;
  readonly record?: (pen: DemoPen) => readonly DemoEntry[];
};

const BEFORE = 'Intake and teaching took place before this record began.';

/** One mother, four weeks into treatment and one reflection short of mastery. */
const SOLBERG: DemoFamily = {
  name: 'Solberg',
  at: '10:00',
  childInitials: 'M.',
  childBirthMonth: '2021-09',
  stage: 'cdi-coach',
  phase: 'cdi',
  caregiverNames: ['June'],
  past: [
    {
      weeksAgo: 4,
      turns: [
        {
          coded: { LP: 1, BD: 2, RF: 4, UP: 6, QU: 15, DC: 5, IC: 4, NTA: 2, TA: 21 },
          supervisorDiffersEvery: 4,
          coached: { LP: 4, BD: 5, RF: 6, UP: 5, QU: 12, DC: 3, TA: 24 },
        },
      ],
      note: 'First coached play. Warm and lively, asks a lot. Homework: five minutes a day, describe what the hands do.',
      signedOff: 'A good first hour. Keep the commands in view.',
    },
    {
      weeksAgo: 3,
      turns: [
        {
          coded: { LP: 3, BD: 6, RF: 6, UP: 7, QU: 10, DC: 3, IC: 2, NTA: 1, TA: 18 },
          supervisorDiffersEvery: 5,
          coached: { LP: 9, BD: 8, RF: 8, UP: 4, QU: 7, DC: 1, TA: 20 },
        },
      ],
      note: 'Practiced five days of seven. Descriptions come by themselves now; questions turn into statements with a prompt.',
      signedOff: 'Prompts well timed. Agreed on what counts as a reflection.',
    },
    {
      weeksAgo: 2,
      turns: [
        {
          coded: { LP: 7, BD: 9, RF: 8, UP: 5, QU: 5, DC: 1, IC: 1, TA: 16 },
          supervisorDiffersEvery: 7,
          coached: { LP: 14, BD: 11, RF: 10, UP: 3, QU: 3, TA: 18 },
        },
      ],
      note: 'Half as many questions. Says herself what she praises. Next: reflections, also of half sentences.',
      signedOff: 'Reads well. Go on with reflections.',
    },
    {
      weeksAgo: 1,
      turns: [
        {
          coded: { LP: 11, BD: 12, RF: 9, UP: 4, QU: 2, DC: 1, TA: 14 },
          supervisorDiffersEvery: 10,
          coached: { LP: 16, BD: 13, RF: 12, UP: 3, QU: 2, TA: 15 },
        },
      ],
      note: 'One reflection short of mastery. I told her so, and she laughed.',
      signedOff: 'So close. Code the next window without a prompt in between.',
    },
  ],
  record: (pen) => [
    entered(32, 'cdi-coach', BEFORE),
    ...weeklyTotals(pen, 0, 'ecbi-intensity', [164, 151, 139, 126]),
    ...practiced(pen, 0, [5, null, 5, null, 6, 5, null, 5, 5, null, 7, 5, 5, null, 6, 5, 5, 8, null, 5, 6]),
    ...problem(pen, 'Mornings: getting dressed takes an hour', [8, 7, 5, 4]),
    ...problem(pen, 'Hits when a game is lost', [7, 7, 6, 4]),
    ...objective(pen, 'Ten reflections in five minutes of play', ['RF'], 'cdi', 10),
  ],
};

/** Two parents, two weeks in. */
const OYELARAN: DemoFamily = {
  name: 'Oyelaran',
  at: '13:30',
  childInitials: 'K.',
  childBirthMonth: '2022-03',
  stage: 'cdi-coach',
  phase: 'cdi',
  caregiverNames: ['Dayo', 'Hanne'],
  past: [
    {
      weeksAgo: 2,
      turns: [
        {
          coded: { LP: 0, BD: 3, RF: 2, UP: 8, QU: 18, DC: 9, IC: 3, NTA: 4, TA: 15 },
          coached: { LP: 3, BD: 6, RF: 4, UP: 6, QU: 11, DC: 4, TA: 17 },
        },
        {
          coded: { LP: 2, BD: 4, RF: 5, UP: 5, QU: 12, DC: 2, IC: 5, NTA: 1, TA: 19 },
          coached: { LP: 6, BD: 7, RF: 7, UP: 4, QU: 8, IC: 2, TA: 18 },
        },
      ],
      note: 'Both watched each other. Dayo leads the play; practice following. Hanne asks questions where a statement would do.',
    },
    {
      weeksAgo: 1,
      turns: [
        {
          coded: { LP: 3, BD: 7, RF: 4, UP: 7, QU: 11, DC: 4, IC: 2, NTA: 1, TA: 17 },
          coached: { LP: 8, BD: 9, RF: 6, UP: 4, QU: 6, DC: 1, TA: 16 },
        },
        {
          coded: {},
          film: 'five-minutes-of-following',
          supervisorDiffersEvery: 8,
          coached: { LP: 11, BD: 10, RF: 9, UP: 3, QU: 4, TA: 15 },
        },
      ],
      note: 'Hanne labels her praise now, and Dayo commands half as often. Recorded her window for supervision.',
    },
  ],
  record: (pen) => [
    entered(18, 'cdi-coach', BEFORE),
    ...weeklyTotals(pen, 0, 'ecbi-intensity', [158, 155]),
    ...weeklyTotals(pen, 1, 'ecbi-intensity', [149, 138]),
    ...practiced(pen, 0, [null, 5, null, null, null, null, null, null, null, 5, null, null, null, null]),
    ...practiced(pen, 1, [5, 5, null, 6, 5, null, 5, 5, 5, 7, null, 5, 5, 5]),
    ...problem(pen, 'Bedtime: calls and comes out again', [9, 8]),
    missed(pen, 4, 'Dayo was called in to work.'),
  ],
};

/** One mother, past mastery of CDI, with three PDI sessions. */
const BRANDT: DemoFamily = {
  name: 'Brandt',
  at: '15:00',
  childInitials: 'E.',
  childBirthMonth: '2020-11',
  caregiverNames: ['Lea'],
  stage: 'pdi-coach',
  phase: 'pdi',
  past: [
    {
      weeksAgo: 6,
      stage: 'cdi-coach',
      phase: 'cdi',
      turns: [
        {
          coded: { LP: 6, BD: 9, RF: 7, UP: 5, QU: 6, DC: 1, TA: 15 },
          coached: { LP: 12, BD: 10, RF: 9, UP: 4, QU: 4, TA: 18 },
        },
      ],
      note: 'Quick learner. Praise comes last, and then it is specific.',
      signedOff: 'Nothing to add.',
    },
    {
      weeksAgo: 5,
      stage: 'cdi-coach',
      phase: 'cdi',
      turns: [
        {
          coded: { LP: 12, BD: 13, RF: 11, UP: 4, QU: 2, TA: 12 },
          coached: { LP: 15, BD: 13, RF: 12, UP: 3, QU: 2, TA: 14 },
        },
      ],
      note: 'Mastery of child-led play. She cried a little, and so did I.',
      signedOff: 'Mastery confirmed.',
    },
    {
      weeksAgo: 4,
      stage: 'pdi-teach',
      phase: 'pdi',
      turns: [],
      note: 'Commands and the chair, in role-play. No back-up agreed.',
      signedOff: 'Seen the agreement in the record.',
    },
    {
      weeksAgo: 3,
      turns: [
        {
          coded: { BD: 4, RF: 3, TA: 8 },
          coached: { LP: 5, BD: 4, RF: 4, TA: 10 },
          inOrder: COMMANDS_AT_FIRST,
        },
      ],
      note: 'Gives the command and talks on. Practice counting to five silently.',
      signedOff: 'Discussed in supervision: wait, then praise.',
    },
    {
      weeksAgo: 2,
      turns: [
        {
          coded: { BD: 4, RF: 4, TA: 6 },
          coached: { LP: 4, BD: 5, RF: 3, TA: 9 },
          inOrder: COMMANDS_FOLLOWED,
          coachedInOrder: TIME_OUT,
        },
      ],
      note: 'First time-out in a session: four minutes, calm, and play went on. Talked about it afterwards.',
    },
  ],
  record: (pen) => [
    entered(46, 'cdi-coach', BEFORE),
    entered(34, 'pdi-teach'),
    entered(27, 'pdi-coach'),
    atLevel(20, 'play'),
    ...weeklyTotals(pen, 0, 'ecbi-intensity', [171, 160, 148, 141, 133, 129]),
    ...practiced(pen, 0, [5, 5, null, 5, 6, 5, 5, 5, null, 5, 5, 5, 7, 5]),
    ...problem(pen, 'Does not do what is asked, whoever asks', [9, 8, 8, 7, 6, 5]),
  ],
};

/** Families in the other programs, each at its beginning. */
const SISTERS: readonly DemoFamily[] = [
  {
    name: 'Abara',
    at: '09:00',
    childInitials: 'N.',
    childBirthMonth: '2018-04',
    caregiverNames: ['Chidi'],
    program: 'pmt',
    past: [],
  },
  {
    name: 'Castell',
    at: '11:30',
    childInitials: 'I.',
    childBirthMonth: '2019-07',
    caregiverNames: ['Mireia'],
    program: 'cfpt',
    past: [],
  },
  {
    name: 'Farrow',
    at: '16:00',
    childInitials: 'J.',
    childBirthMonth: '2017-01',
    caregiverNames: ['Tom', 'Ines'],
    program: 'pace',
    past: [],
  },
  {
    name: 'Lindqvist',
    at: '14:30',
    childInitials: 'A.',
    childBirthMonth: '2013-10',
    caregiverNames: ['Sanna'],
    program: 'nvr',
    past: [],
  },
];

/** Families of colleagues, each at its beginning. */
const OF_COLLEAGUES: readonly DemoFamily[] = [
  {
    name: 'Hargreave',
    at: '13:00',
    childInitials: 'P.',
    childBirthMonth: '2020-11',
    caregiverNames: ['Lena'],
    therapist: 'trainee',
    past: [],
  },
  {
    name: 'Ivanova',
    at: '15:00',
    childInitials: 'K.',
    childBirthMonth: '2020-02',
    caregiverNames: ['Vera'],
    therapist: 'elsewhere',
    past: [],
  },
];

export const DEMO_FAMILIES: readonly DemoFamily[] = [SOLBERG, OYELARAN, BRANDT, ...SISTERS, ...OF_COLLEAGUES];
