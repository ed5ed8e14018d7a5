import { secondsInWords } from '../inWords.ts';
import { makeCodes } from '../makeCodes.ts';
import { COMMAND_SEQUENCE } from './commandSequence.ts';

const RESPONSE_MS = COMMAND_SEQUENCE.clocks.responseMs;

/** What the parent says. The categories follow DPICS (rules COD); definitions and examples are our own. */
export const PARENT_CODES = makeCodes('parent', [
  {
    code: 'TA',
    name: 'Neutral talk',
    definition: 'Any other talk to the child that means something.',
    examples: ['The blocks are on the floor.', 'You know that one.', 'I see.'],
    valence: { cdi: 'neutral', pdi: 'neutral' },
    keys: ['1', 't'],
  },
  {
    code: 'BD',
    name: 'Behavior description',
    definition: 'Says what the child is doing right now, or stopped doing less than five seconds ago.',
    examples: ['You are putting the red one on top.', 'You drew a long line.'],
    valence: { cdi: 'do', pdi: 'do' },
    keys: ['2', 'b'],
    tone: 'blue',
  },
  {
    code: 'RF',
    name: 'Reflection',
    definition: 'Says back what the child just said, with the same meaning, and not as a question.',
    examples: ['Child: “It’s a dragon.” Parent: “It’s a big dragon.”'],
    valence: { cdi: 'do', pdi: 'do' },
    keys: ['3', 'r'],
    tone: 'sky',
  },
  {
    code: 'LP',
    name: 'Labeled praise',
    definition: 'Praises, and in the same sentence names what is liked.',
    examples: ['I love how gently you stack those.', 'Thank you for waiting for me.'],
    valence: { cdi: 'do', pdi: 'do' },
    keys: ['4', 'l'],
    tone: 'green',
  },
  {
    code: 'UP',
    name: 'Unlabeled praise',
    definition: 'Praises without saying what for.',
    examples: ['Well done!', 'Thank you.', 'I like that.'],
    valence: { cdi: 'neutral', pdi: 'neutral' },
    keys: ['6', 'u'],
  },
  {
    code: 'QU',
    name: 'Question',
    definition: 'Asks something, or says something with a voice that rises.',
    examples: ['What are you making?', 'You’re making a house?'],
    valence: { cdi: 'avoid', pdi: 'avoid' },
    keys: ['7', 'q'],
  },
  {
    code: 'IQ',
    name: 'Information question',
    definition: 'Asks for more than a yes or a no. Counted with the questions.',
    examples: ['Where does this one go?'],
    valence: { cdi: 'avoid', pdi: 'avoid' },
  },
  {
    code: 'DQ',
    name: 'Descriptive question',
    definition:
      'A comment or an echo in the form of a question, to which yes or no would do. Counted with the questions.',
    examples: ['It’s a dragon?', 'You like that one, don’t you?'],
    valence: { cdi: 'avoid', pdi: 'avoid' },
  },
  {
    code: 'DC',
    name: 'Direct command',
    definition: 'Tells the child plainly to do one thing.',
    examples: ['Please put the block in the box.', 'Give me the blue one, please.'],
    valence: { cdi: 'avoid', pdi: 'do' },
    keys: ['8', 'd'],
  },
  {
    code: 'IC',
    name: 'Indirect command',
    definition: 'Suggests or asks that the child do something.',
    examples: ['Let’s put them away.', 'Can you hand me that?', 'How about a blue one?'],
    valence: { cdi: 'avoid', pdi: 'avoid' },
    keys: ['0', 'i'],
  },
  {
    code: 'NTA',
    name: 'Negative talk',
    definition: 'Disapproves of the child, or says what not to do.',
    examples: ['Don’t throw it.', 'That isn’t how it goes.'],
    valence: { cdi: 'avoid', pdi: 'avoid' },
    keys: ['9', 'n'],
    tone: 'vermillion',
  },
]);

/** What the child does after a command. The keys are those of the sequence and work only after a command. */
export const CHILD_CODES = makeCodes('child', [
  {
    code: 'CO',
    name: 'Complied',
    definition: `Does it, begins to or truly tries to within ${secondsInWords(RESPONSE_MS)}, in whatever tone.`,
    examples: ['Picks the block up and carries it to the box.'],
  },
  {
    code: 'NC',
    name: 'Did not comply',
    definition: `Has not begun after ${secondsInWords(RESPONSE_MS)}, does something that rules it out, or stops trying before then.`,
    examples: ['Says “okay” and plays on.'],
  },
  {
    code: 'NOC',
    name: 'No chance to comply',
    definition: 'Had no fair chance: it was vague, for later, impossible, or the parent spoke or acted first.',
    examples: ['“Put it away.” … “And that one.”', '“Be nice.”'],
  },
]);
