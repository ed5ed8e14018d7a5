import { secondsInWords } from '../inWords.ts';
import { makeCodes } from '../makeCodes.ts';
import { REINFORCED_WITHIN_MS } from './phases.ts';

/** What the parent does. The codes are ours, made from the published steps of the program (rules PMT). */
export const PARENT_CODES = makeCodes('parent', [
  {
    code: 'PRO',
    name: 'Prompt',
    definition: 'Asks calmly and specifically, once, from near the child.',
    examples: ['Please put your shoes by the door.'],
    valence: { prompting: 'do', reinforcement: 'do' },
    keys: ['1', 'o'],
  },
  {
    code: 'PRX',
    name: 'Repeated prompt',
    definition: 'Asks for the same thing again within half a minute, or nags.',
    examples: ['Shoes. Shoes! How often do I have to say it?'],
    valence: { prompting: 'avoid', reinforcement: 'avoid' },
    keys: ['2', 'x'],
  },
  {
    code: 'PRS',
    name: 'Effective praise',
    definition: `Says warmly what was done well, within ${secondsInWords(REINFORCED_WITHIN_MS)} of it.`,
    examples: ['You put both shoes away. Great job!'],
    valence: { prompting: 'do', reinforcement: 'do' },
    keys: ['3', 'l'],
    tone: 'green',
  },
  {
    code: 'PRT',
    name: 'Praise with touch',
    definition: 'Praises with a touch or a gesture besides the words.',
    examples: ['A high five: “You did it!”'],
    valence: { prompting: 'do', reinforcement: 'do' },
    keys: ['4', 't'],
    tone: 'blue',
  },
  {
    code: 'SHP',
    name: 'Shaping',
    definition: 'Praises a step on the way to the goal.',
    examples: ['One shoe is there already. Good start!'],
    valence: { prompting: 'do', reinforcement: 'do' },
    keys: ['6', 'b'],
    tone: 'sky',
  },
  {
    code: 'PTS',
    name: 'Point given',
    definition: 'Gives a point or token, and says what it is for.',
    examples: ['That’s a star for asking nicely.'],
    valence: { prompting: 'neutral', reinforcement: 'do' },
    keys: ['7', 'k'],
  },
  {
    code: 'IGN',
    name: 'Planned ignoring',
    definition: 'Turns attention away from minor misbehavior for five seconds or more, and gives it back on recovery.',
    examples: ['Looks away from the whining, and turns back when it stops.'],
    valence: { prompting: 'do', reinforcement: 'do' },
    keys: ['8', 'i'],
  },
  {
    code: 'CRT',
    name: 'Criticism or threat',
    definition: 'Criticizes, threatens or lectures for more than ten seconds.',
    examples: ['You never listen, do you.'],
    valence: { prompting: 'avoid', reinforcement: 'avoid' },
    keys: ['9', 'c'],
    tone: 'vermillion',
  },
  {
    code: 'CSQ',
    name: 'Mild consequence',
    definition: 'Follows through with a brief, calm consequence.',
    examples: ['No tablet until dinner, as we agreed.'],
    valence: { prompting: 'neutral', reinforcement: 'neutral' },
    keys: ['0', 'q'],
  },
  {
    code: 'NEG',
    name: 'Giving in',
    definition: 'Gives what was refused before, because the child kept on.',
    examples: ['All right, all right, have it.'],
    valence: { prompting: 'avoid', reinforcement: 'avoid' },
    keys: ['n'],
  },
]);

/** Events of the child that one of our goals needs. Their keys are on the pad beside the parent’s. */
export const CHILD_CODES = makeCodes('child', [
  {
    code: 'TGT',
    name: 'Target behavior',
    definition: 'The child does what the family is working on.',
    examples: ['Asks nicely, instead of grabbing.'],
    keys: ['d'],
  },
]);
