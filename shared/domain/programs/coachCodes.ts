import { makeCodes } from './makeCodes.ts';

/**
 * What a coach says, after the published coding of therapists in vivo (TPICS; rules TPC). All programs share this table
 * because it describes the coach and not the parent. A program can add codes of its own after these.
 */
export const COACH_CODES = makeCodes('coach', [
  {
    code: 'MOD',
    name: 'Modeling',
    definition: 'Gives the exact words for the parent to say.',
    examples: ['“I love how gently you stack those.”', 'Say: “You are drawing a sun.”'],
    style: 'directive',
    keys: ['m'],
  },
  {
    code: 'PRM',
    name: 'Prompting',
    definition: 'Begins a sentence and lets the parent finish it.',
    examples: ['“I like the way you …”', '“You are putting …”'],
    style: 'directive',
    keys: ['s'],
  },
  {
    code: 'CMD',
    name: 'Direction',
    definition: 'Tells or suggests what to say or do, and leaves the words to the parent.',
    examples: ['Praise that.', 'Try to describe what his hands do.'],
    style: 'directive',
    keys: ['c'],
  },
  {
    code: 'DRL',
    name: 'Drill',
    definition: 'Sets a target of practice by time or by number.',
    examples: ['Three descriptions in the next minute.', 'As many reflections as you can until I say stop.'],
    style: 'directive',
    keys: ['d'],
  },
  {
    code: 'LPC',
    name: 'Labeled praise of the parent',
    shortName: 'Labeled praise',
    definition: 'Praises the parent and names what was good.',
    examples: ['Lovely: you said just what you liked.', 'Good waiting, five whole seconds.'],
    style: 'responsive',
    praisesParent: true,
    keys: ['l'],
  },
  {
    code: 'PRC',
    name: 'Process comment',
    definition: 'Links what the parent did to how the child answered.',
    examples: ['You described her tower, and she stayed with it.', 'He shared because you thanked him for it.'],
    style: 'responsive',
    keys: ['e'],
  },
  {
    code: 'RDE',
    name: 'Naming the skill',
    definition: 'Names the skill that the parent just used, without saying whether it was good.',
    examples: ['That was a reflection.', 'A labeled praise.'],
    style: 'responsive',
    keys: ['r'],
  },
  {
    code: 'COR',
    name: 'Correction',
    definition: 'Points out an error, or turns one into something better.',
    examples: ['That was a question.', 'Turn that into a statement.'],
    style: 'corrective',
    keys: ['x'],
  },
  {
    code: 'UPC',
    name: 'Unlabeled praise of the parent',
    shortName: 'Unlabeled praise',
    definition: 'Praises the parent without saying what for.',
    examples: ['Lovely!', 'Keep going.'],
    style: 'responsive',
    keys: ['u'],
  },
]);
