import { makeCodes } from '../makeCodes.ts';

/**
 * What the parent does, in role-play or at home. The codes are ours, made from the elements of the approach (rules
 * NVR).
 */
export const PARENT_CODES = makeCodes('parent', [
  {
    code: 'DEL',
    name: 'Delayed response',
    definition: 'Puts the matter off, calmly.',
    examples: ['We will come back to this tomorrow.'],
    valence: { 'de-escalation': 'do', presence: 'do' },
    keys: ['1', 'd'],
    tone: 'blue',
  },
  {
    code: 'WDR',
    name: 'Withdrawal',
    definition: 'Leaves the struggle without a parting shot.',
    examples: ['Breathes, nods, and goes to the kitchen.'],
    valence: { 'de-escalation': 'do', presence: 'do' },
    keys: ['2', 'r'],
    tone: 'sky',
  },
  {
    code: 'PRE',
    name: 'Presence',
    definition: 'Says that they are here, care and will persist.',
    examples: ['I am your father, and I stay with this.'],
    valence: { 'de-escalation': 'do', presence: 'do' },
    keys: ['3', 'e'],
    tone: 'green',
  },
  {
    code: 'ANN',
    name: 'Announcement',
    shortName: 'Announcing',
    definition: 'Delivers the announcement as it was rehearsed.',
    examples: ['Reads it out, hands it over, and leaves it.'],
    valence: { 'de-escalation': 'neutral', presence: 'do' },
    keys: ['4', 'n'],
  },
  {
    code: 'SIT',
    name: 'Sit-in minute',
    definition: 'A whole silent, calm minute of a sit-in. Given once each minute.',
    examples: ['Sits by the door, and waits for a suggestion.'],
    valence: { 'de-escalation': 'neutral', presence: 'do' },
    keys: ['6', 'i'],
    spoken: false,
  },
  {
    code: 'SUP',
    name: 'Supporter',
    definition: 'Names or brings in a supporter.',
    examples: ['Your aunt knows about this, and will call you.'],
    valence: { 'de-escalation': 'neutral', presence: 'do' },
    keys: ['7', 'u'],
  },
  {
    code: 'REC',
    name: 'Reconciliation',
    shortName: 'Reconciling',
    definition: 'A gesture of warmth that depends on nothing.',
    examples: ['I made your favorite soup.'],
    valence: { 'de-escalation': 'do', presence: 'do' },
    keys: ['8', 'c'],
  },
  {
    code: 'THR',
    name: 'Threat',
    definition: 'Threatens, or announces a punishment with if and then.',
    examples: ['If you go, the phone is gone.'],
    valence: { 'de-escalation': 'avoid', presence: 'avoid' },
    keys: ['9', 't'],
    tone: 'vermillion',
  },
  {
    code: 'ARG',
    name: 'Arguing',
    definition: 'Argues, lectures or explains for more than ten seconds once it has escalated.',
    examples: ['Yes, but you said yourself that …'],
    valence: { 'de-escalation': 'avoid', presence: 'avoid' },
    keys: ['0', 'y'],
  },
  {
    code: 'GIV',
    name: 'Capitulation',
    definition: 'Gives in, to have peace.',
    examples: ['Fine. Do what you want.'],
    valence: { 'de-escalation': 'avoid', presence: 'avoid' },
    keys: ['v'],
  },
]);

/** Events of the child that one of our goals needs. Their keys are on the pad beside the parent’s. */
export const CHILD_CODES = makeCodes('child', [
  {
    code: 'PRV',
    name: 'Provocation',
    definition: 'The child, or the person who plays the child, provokes.',
    examples: ['“You can’t make me!”'],
    keys: ['k'],
  },
]);
