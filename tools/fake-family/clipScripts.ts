import { type Line, type ParentCode, TURN_MS, TURNS } from './script.ts';

/** What is said or done in a practice clip, and the code that a coder gives it. The pictures are those of `play.ts`. */
export type ClipCue = {
  readonly who: Line['who'];
  readonly text: string;
  readonly code: string | null;
  readonly startMs: number;
  /** How long something that is done takes. What is said takes as long as saying it. */
  readonly doneMs?: number;
};

/** In which programme's words a clip is coded, and in which part of it. */
export type ClipScript = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly programme: string;
  readonly treatmentPhase: string;
  readonly cues: 'turns' | readonly ClipCue[];
};

/** The last moments are still, so that the last code can be given. */
export const CLIP_MS = 62_000;

export const CLIP_TURNS = { turns: TURNS, turnMs: TURN_MS };

type CommandCode = ParentCode | 'WARN';

const parent = (startMs: number, code: CommandCode, text: string): ClipCue => ({ who: 'parent', text, code, startMs });
const child = (startMs: number, text: string): ClipCue => ({ who: 'child', text, code: null, startMs });
const childDoes = (startMs: number, code: 'CO' | 'NC', text: string): ClipCue => ({
  ...{ who: 'child', text, code, startMs },
  doneMs: 1000,
});

export const CLIP_SCRIPTS: readonly ClipScript[] = [
  {
    id: 'following-along',
    title: 'Following along',
    about: 'Free play with blocks. The parent follows, and slips four times.',
    programme: 'pcit',
    treatmentPhase: 'cdi',
    cues: 'turns',
  },
  {
    id: 'asking-for-something',
    title: 'Asking for something',
    about: 'The parent gives commands. Watch what the child does, and what the parent does about it.',
    programme: 'pcit',
    treatmentPhase: 'pdi',
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
];
