import { COACH_CODES } from './coachCodes.ts';
import { WACB_NEGATIVE, WACB_POSITIVE } from './measures.ts';
import { CHECKLISTS } from './pace/checklists.ts';
import { CHILD_CODES, PARENT_CODES } from './pace/codes.ts';
import { COURSE } from './pace/course.ts';
import { FAMILY_SKILLS } from './pace/familySkills.ts';
import { ATTUNEMENT } from './pace/phases.ts';
import { PROMPTS } from './pace/prompts.ts';
import type { Program } from './program.ts';

/** Therapeutic parenting with PACE. Codes and goals are ours, and exploratory (docs/RULES.md: PAC). */
export const PACE: Program = {
  id: 'pace',
  version: 'pace-2',
  criteria: { set: 'pace', exact: 'pace-2' },
  name: 'PACE',
  about:
    'Therapeutic parenting with playfulness, acceptance, curiosity and empathy, after dyadic developmental ' +
    'psychotherapy. Its evidence is disputed, and a review of 2013 advised caution. No observation code was found: ' +
    'all numbers here are ours and exploratory.',
  codes: [...PARENT_CODES, ...CHILD_CODES, ...COACH_CODES],
  pad: [
    ['PLA', 'ACC', 'CUR'],
    ['EMP', 'undo', 'REP'],
    ['LIM', 'WHY', 'DIS'],
    ['LEC', 'ESC', 'RUP'],
  ],
  undoKeys: ['5', 'backspace'],
  priority: ['ESC', 'WHY', 'DIS', 'LEC', 'REP', 'LIM', 'EMP', 'ACC', 'CUR', 'PLA'],
  neverUnsure: [],
  phases: [ATTUNEMENT],
  course: COURSE,
  measures: [WACB_NEGATIVE, WACB_POSITIVE],
  prompts: PROMPTS,
  familySkills: FAMILY_SKILLS,
  checklists: CHECKLISTS,
  sessionMs: 3_600_000,
  homePractice: { name: 'Time together', minutes: 10, daysAWeek: 7 },
};
