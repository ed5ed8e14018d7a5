import { CHECKLISTS } from './cfpt/checklists.ts';
import { CHILD_CODES, PARENT_CODES } from './cfpt/codes.ts';
import { COURSE } from './cfpt/course.ts';
import { FAMILY_SKILLS } from './cfpt/familySkills.ts';
import { CONNECTION, GUIDANCE } from './cfpt/phases.ts';
import { PROMPTS } from './cfpt/prompts.ts';
import { COACH_CODES } from './coachCodes.ts';
import { ECBI_INTENSITY, SELF_CRITICISM, WACB_NEGATIVE, WACB_POSITIVE } from './measures.ts';
import type { CodeDefinition, Program } from './program.ts';

/** More statements of a coach in this program: the parent is met with compassion first. Rule CFP5. */
const COMPASSION: readonly CodeDefinition[] = [
  {
    code: 'VLC',
    name: 'Validating the parent',
    definition: 'Says that the parent’s feeling or difficulty is understandable.',
    examples: ['This is hard, and you are staying with it.'],
    stream: 'coach',
    style: 'responsive',
    valence: {},
    keys: ['v'],
  },
  {
    code: 'NRM',
    name: 'Normalizing',
    definition: 'Says that others meet the same.',
    examples: ['Every parent has moments like this.'],
    stream: 'coach',
    style: 'responsive',
    valence: {},
    keys: ['n'],
  },
];

/** Compassion-Focused Parent Training. Codes and goals are ours (docs/RULES.md: CFP). */
export const CFPT: Program = {
  id: 'cfpt',
  version: 'cfpt-2',
  criteria: { set: 'cfpt', exact: 'cfpt-2' },
  name: 'CFPT',
  about:
    'Compassion-Focused Parent Training, after Weissman: parenting skills joined with compassion for the child and for ' +
    'oneself. Its parts overlap with well-tested parent training; no trial of the whole was found. Codes and goals ' +
    'here are ours.',
  codes: [...PARENT_CODES, ...CHILD_CODES, ...COACH_CODES, ...COMPASSION],
  pad: [
    ['LPR', 'AIG', 'EIN'],
    ['VAL', 'undo', 'SCM'],
    ['RWD', 'HRL', 'INE'],
    ['O2O', 'SHM', 'MIS'],
  ],
  undoKeys: ['5', 'backspace'],
  priority: ['SHM', 'INE', 'EIN', 'HRL', 'LPR', 'VAL', 'RWD', 'SCM', 'AIG', 'O2O'],
  neverUnsure: ['LPR'],
  phases: [CONNECTION, GUIDANCE],
  course: COURSE,
  measures: [SELF_CRITICISM, ECBI_INTENSITY, WACB_NEGATIVE, WACB_POSITIVE],
  prompts: PROMPTS,
  familySkills: FAMILY_SKILLS,
  checklists: CHECKLISTS,
  sessionMs: 3_600_000,
  /** Rule CFP4. */
  homePractice: { name: 'One-on-one time', minutes: 5, daysAWeek: 7 },
};
