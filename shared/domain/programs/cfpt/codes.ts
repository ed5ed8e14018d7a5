import { makeCodes } from '../makeCodes.ts';

/** What the parent does. The codes are ours, made from the program’s list of skills (rules CFP). */
export const PARENT_CODES = makeCodes('parent', [
  {
    code: 'LPR',
    name: 'Labeled praise',
    definition: 'Praises, and in the same sentence names what is liked.',
    examples: ['I love how patiently you waited.'],
    valence: { connection: 'do', guidance: 'do' },
    keys: ['1', 'l'],
    tone: 'green',
  },
  {
    code: 'AIG',
    name: 'Active ignoring',
    definition: 'Takes attention away from minor misbehavior, and gives it back with the first good thing.',
    examples: ['Turns away from the whining, then: “Thank you for asking calmly.”'],
    valence: { connection: 'do', guidance: 'do' },
    keys: ['2', 'i'],
    tone: 'sky',
  },
  {
    code: 'EIN',
    name: 'Effective instruction',
    definition: 'One direct, positive, specific thing to do, in a calm voice.',
    examples: ['Please hang your coat on the hook.'],
    valence: { connection: 'avoid', guidance: 'do' },
    keys: ['3', 'd'],
  },
  {
    code: 'VAL',
    name: 'Validation',
    definition: 'Names the child’s feeling as understandable, before any limit.',
    examples: ['You really wanted to stay. It is hard to stop.'],
    valence: { connection: 'do', guidance: 'do' },
    keys: ['4', 'v'],
    tone: 'blue',
  },
  {
    code: 'SCM',
    name: 'Self-compassion or repair',
    shortName: 'Self-compassion',
    definition: 'Is kind to themselves about a hard moment, or mends it aloud.',
    examples: ['That was hard. I’ll try that again.'],
    valence: { connection: 'do', guidance: 'do' },
    keys: ['6', 'c'],
  },
  {
    code: 'RWD',
    name: 'Reward as agreed',
    definition: 'Gives the reward that was agreed, when it was earned.',
    examples: ['Three stars: we pick the story now.'],
    valence: { connection: 'neutral', guidance: 'do' },
    keys: ['7', 'r'],
  },
  {
    code: 'HRL',
    name: 'House rule',
    definition: 'States or enforces a house rule as it is written.',
    examples: ['In our house hands are for helping.'],
    valence: { connection: 'neutral', guidance: 'do' },
    keys: ['8', 'u'],
  },
  {
    code: 'INE',
    name: 'Ineffective instruction',
    definition: 'Vague, as a question, several at once, or in a sharp voice.',
    examples: ['Can you maybe be good now?'],
    valence: { connection: 'avoid', guidance: 'avoid' },
    keys: ['9', 'e'],
  },
  {
    code: 'O2O',
    name: 'One-on-one minute',
    definition: 'A whole minute of child-led time without a screen or an instruction. Given once each minute.',
    examples: ['A minute of drawing along.'],
    valence: { connection: 'do', guidance: 'neutral' },
    keys: ['0', 'o'],
  },
  {
    code: 'SHM',
    name: 'Shaming',
    definition: 'Shames the child, or themselves.',
    examples: ['What is wrong with you?', 'I am a terrible mother.'],
    valence: { connection: 'avoid', guidance: 'avoid' },
    keys: ['n'],
    tone: 'vermillion',
  },
]);

/** Events of the child that one of our goals needs. Their keys are on the pad beside the parent’s. */
export const CHILD_CODES = makeCodes('child', [
  {
    code: 'MIS',
    name: 'Chance to ignore',
    definition: 'The child does something minor that is best ignored.',
    examples: ['Whines, rolls eyes, taps the table.'],
    keys: ['m'],
  },
]);
