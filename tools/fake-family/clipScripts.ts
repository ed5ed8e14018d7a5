import { child, childDoes, type ClipCue, parent } from './clipCue.ts';
import { FIVE_MINUTES_ASKING } from './fiveMinutesAsking.ts';
import { FIVE_MINUTES_FOLLOWING } from './fiveMinutesFollowing.ts';
import { type Line, TURNS } from './script.ts';

/** The program and phase by which a clip is coded. */
export type ClipScript = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly program: string;
  readonly treatmentPhase: string;
  readonly lengthMs: number;
  /** In turns of `TURN_MS`, or with a time for each cue. */
  readonly script: { readonly turns: readonly (readonly Line[])[] } | { readonly cues: readonly ClipCue[] };
};

/** Nothing happens at the end, so that the last code can be given. */
const STILL_MS = 2_000;

export const CLIP_SCRIPTS: readonly ClipScript[] = [
  {
    id: 'following-along',
    title: 'Following along',
    about: 'Free play with blocks. The parent follows, and slips four times.',
    program: 'pcit',
    treatmentPhase: 'cdi',
    lengthMs: 60_000 + STILL_MS,
    script: { turns: TURNS },
  },
  {
    id: 'asking-for-something',
    title: 'Asking for something',
    about: 'The parent gives commands. Watch what the child does, and what the parent does about it.',
    program: 'pcit',
    treatmentPhase: 'pdi',
    lengthMs: 60_000 + STILL_MS,
    script: {
      cues: [
        parent(300, 'DC', 'Please put the red block here.'),
        childDoes(2600, 'CO', 'puts the red block down'),
        parent(5300, 'LP', 'Thank you for doing what I asked.'),
        child(7400, 'Mine is red.'),
        parent(8400, 'RF', 'Yours is red.'),
        parent(9700, 'DC', 'Please put the blue one on top.'),
        childDoes(11_700, 'CO', 'puts the blue block on top'),
        parent(14_200, 'LP', 'I like how you helped right away.'),
        parent(16_500, 'TA', 'I will build one too.'),
        parent(19_200, 'DC', 'Please put the green block on your tower.'),
        child(21_700, 'No! Yellow!'),
        childDoes(23_000, 'NC', 'takes the yellow block instead'),
        parent(25_400, 'WARN', 'If you do not put the green block up, you will go to the chair.'),
        childDoes(31_000, 'CO', 'puts the green block up'),
        parent(33_700, 'LP', 'Thank you for listening to me.'),
        child(36_000, 'Now it is tall.'),
        parent(37_300, 'RF', 'It is really tall now.'),
        parent(39_300, 'TA', 'My orange one fits.'),
        parent(41_000, 'IC', 'Can you put the purple one up?'),
        childDoes(43_000, 'CO', 'puts the purple block up'),
        parent(45_600, 'UP', 'Well done!'),
        parent(47_500, 'QU', 'How many blocks is that?'),
        child(49_400, 'Five!'),
        parent(50_300, 'RF', 'Five blocks.'),
        parent(52_300, 'DC', 'Please knock the tower down.'),
        childDoes(54_900, 'CO', 'knocks the tower down'),
        parent(57_000, 'LP', 'Thank you for waiting until I asked.'),
      ],
    },
  },
  {
    id: 'five-minutes-of-following',
    title: 'Five minutes of following',
    about: 'A whole window of child-led play: five towers, one a minute. All codes come up.',
    program: 'pcit',
    treatmentPhase: 'cdi',
    lengthMs: 300_000 + STILL_MS,
    script: { turns: FIVE_MINUTES_FOLLOWING },
  },
  {
    id: 'five-minutes-of-asking',
    title: 'Five minutes of asking',
    about: 'A whole window of parent-led play. Watch what the child does about each command, and what follows.',
    program: 'pcit',
    treatmentPhase: 'pdi',
    lengthMs: 300_000 + STILL_MS,
    script: { cues: FIVE_MINUTES_ASKING },
  },
];

/** Everything said and done in a clip, in order. */
export function linesOf({ script }: ClipScript): readonly Pick<ClipCue, 'who' | 'text' | 'code'>[] {
  return 'turns' in script ? script.turns.flat() : script.cues;
}
