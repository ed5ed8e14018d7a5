import { makeCodes } from '../makeCodes.ts';

/** What the parent does. No published observation code was found: these are ours, and exploratory (rules PAC). */
export const PARENT_CODES = makeCodes('parent', [
  {
    code: 'PLA',
    name: 'Playfulness',
    definition: 'A playful tone, joke or shared fun that the child joins.',
    examples: ['Both laugh about the wobbly tower.'],
    valence: { attunement: 'do' },
    keys: ['1', 'l'],
    tone: 'sky',
  },
  {
    code: 'ACC',
    name: 'Acceptance',
    definition: 'Accepts a feeling or a wish without judging it, apart from any limit on behavior.',
    examples: ['You wish we could stay all night.'],
    valence: { attunement: 'do' },
    keys: ['2', 'c'],
    tone: 'blue',
  },
  {
    code: 'CUR',
    name: 'Curiosity',
    definition: 'Wonders aloud, without demanding an answer.',
    examples: ['I wonder if that felt unfair.'],
    valence: { attunement: 'do' },
    keys: ['3', 'u'],
  },
  {
    code: 'EMP',
    name: 'Empathy',
    definition: 'Names or joins a feeling in a tone that matches it.',
    examples: ['Oh, that was so disappointing.'],
    valence: { attunement: 'do' },
    keys: ['4', 'e'],
    tone: 'green',
  },
  {
    code: 'REP',
    name: 'Repair',
    definition: 'Mends a rupture, within two minutes.',
    examples: ['I spoke too sharply. I am sorry. Let’s start again.'],
    valence: { attunement: 'do' },
    keys: ['6', 'r'],
  },
  {
    code: 'LIM',
    name: 'Limit with connection',
    definition: 'Sets a limit together with acceptance or empathy.',
    examples: ['You are so angry, and I won’t let you hit.'],
    valence: { attunement: 'do' },
    keys: ['7', 'i'],
  },
  {
    code: 'WHY',
    name: 'Accusing why',
    definition: 'Asks why as an accusation, or interrogates.',
    examples: ['Why did you do that?'],
    valence: { attunement: 'avoid' },
    keys: ['8', 'y'],
  },
  {
    code: 'DIS',
    name: 'Dismissal',
    definition: 'Makes a feeling small, or talks it away.',
    examples: ['It’s not that bad.'],
    valence: { attunement: 'avoid' },
    keys: ['9', 'd'],
  },
  {
    code: 'LEC',
    name: 'Lecture',
    definition: 'Explains or preaches for more than fifteen seconds.',
    examples: ['A long account of what everybody has to learn.'],
    valence: { attunement: 'avoid' },
    keys: ['0', 't'],
  },
  {
    code: 'ESC',
    name: 'Escalation',
    definition: 'Raises the voice or threatens.',
    examples: ['If you don’t stop right now …'],
    valence: { attunement: 'avoid' },
    keys: ['x'],
    tone: 'vermillion',
  },
]);

/** Events of the child that one of our goals needs. Their keys are on the pad beside the parent’s. */
export const CHILD_CODES = makeCodes('child', [
  {
    code: 'RUP',
    name: 'Rupture',
    definition: 'The connection breaks: the child turns away, freezes or lashes out.',
    examples: ['Turns to the wall after a sharp word.'],
    keys: ['b'],
  },
]);
