import type { Counts } from './codesInOrder.ts';

/** What one caregiver did in one past session. */
export type Played = { readonly coded: Counts; readonly coached: Counts };

/** One past session: how many weeks before today, each caregiver's turn in order, and what the therapist noted. */
export type PastWeek = { readonly weeksAgo: number; readonly turns: readonly Played[]; readonly note: string };

/** A family as invented for the demo. None of it is anyone's. */
export type DemoFamily = {
  readonly name: string;
  readonly childInitials: string;
  readonly caregiverNames: readonly string[];
  readonly past: readonly PastWeek[];
};

/** One mother, four weeks on her way to mastery: one reflection is missing. */
const SOLBERG: DemoFamily = {
  name: 'Solberg',
  childInitials: 'M.',
  caregiverNames: ['June'],
  past: [
    {
      weeksAgo: 4,
      turns: [
        {
          coded: { LP: 1, BD: 2, RF: 4, UP: 6, QU: 15, DC: 5, IC: 4, NTA: 2, TA: 21 },
          coached: { LP: 4, BD: 5, RF: 6, UP: 5, QU: 12, DC: 3, TA: 24 },
        },
      ],
      note: 'First coached play. Warm and lively, asks a lot. Homework: five minutes a day, describe what the hands do.',
    },
    {
      weeksAgo: 3,
      turns: [
        {
          coded: { LP: 3, BD: 6, RF: 6, UP: 7, QU: 10, DC: 3, IC: 2, NTA: 1, TA: 18 },
          coached: { LP: 9, BD: 8, RF: 8, UP: 4, QU: 7, DC: 1, TA: 20 },
        },
      ],
      note: 'Practised five days of seven. Descriptions come by themselves now; questions turn into statements with a prompt.',
    },
    {
      weeksAgo: 2,
      turns: [
        {
          coded: { LP: 7, BD: 9, RF: 8, UP: 5, QU: 5, DC: 1, IC: 1, TA: 16 },
          coached: { LP: 14, BD: 11, RF: 10, UP: 3, QU: 3, TA: 18 },
        },
      ],
      note: 'Half as many questions. Says herself what she praises. Next: reflections, also of half sentences.',
    },
    {
      weeksAgo: 1,
      turns: [
        {
          coded: { LP: 11, BD: 12, RF: 9, UP: 4, QU: 2, DC: 1, TA: 14 },
          coached: { LP: 16, BD: 13, RF: 12, UP: 3, QU: 2, TA: 15 },
        },
      ],
      note: 'One reflection short of mastery. Told her so, and she laughed.',
    },
  ],
};

/** Two parents, two weeks in. */
const OYELARAN: DemoFamily = {
  name: 'Oyelaran',
  childInitials: 'K.',
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
      note: 'Both watched each other. Dayo leads the play; practise following. Hanne asks where she could say.',
    },
    {
      weeksAgo: 1,
      turns: [
        {
          coded: { LP: 3, BD: 7, RF: 4, UP: 7, QU: 11, DC: 4, IC: 2, NTA: 1, TA: 17 },
          coached: { LP: 8, BD: 9, RF: 6, UP: 4, QU: 6, DC: 1, TA: 16 },
        },
        {
          coded: { LP: 6, BD: 8, RF: 8, UP: 4, QU: 6, DC: 1, IC: 2, TA: 16 },
          coached: { LP: 11, BD: 10, RF: 9, UP: 3, QU: 4, TA: 15 },
        },
      ],
      note: 'Commands down by half. They remind each other at home, kindly.',
    },
  ],
};

export const DEMO_FAMILIES: readonly DemoFamily[] = [SOLBERG, OYELARAN];
