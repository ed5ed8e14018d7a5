import { COACH_CODES } from './coachCodes.ts';
import { ECBI_INTENSITY, ECBI_PROBLEM, WACB_NEGATIVE, WACB_POSITIVE } from './measures.ts';
import { CHECKLISTS } from './pcit/checklists.ts';
import { CHILD_CODES, PARENT_CODES } from './pcit/codes.ts';
import { COURSE } from './pcit/course.ts';
import { FAMILY_SKILLS } from './pcit/familySkills.ts';
import { LEVELS } from './pcit/levels.ts';
import { OBSERVATION } from './pcit/observation.ts';
import { CDI, PDI, PDI_REVISION_1 } from './pcit/phases.ts';
import { PROMPTS } from './pcit/prompts.ts';
import { STEP_CODES } from './pcit/stepCodes.ts';
import type { Program } from './program.ts';

/**
 * Parent-Child Interaction Therapy, standard form. The codes follow DPICS and the thresholds follow reports of the 2011
 * protocol (docs/RULES.md: COD, CDI, PDI). Definitions, examples and prompts are in our own words.
 */
export const PCIT: Program = {
  id: 'pcit',
  version: 'pcit-2011-r2',
  criteria: { set: 'pcit-2011', exact: 'pcit-2011-r2' },
  name: 'PCIT',
  about:
    'Parent-Child Interaction Therapy, standard form, for children of about two to seven years. Goes on by mastery. ' +
    'Well founded in trials, in the clinic and over the internet. Some of its numbers are known to us from secondary ' +
    'sources alone: ask a certified trainer before clinical use.',
  codes: [...PARENT_CODES, ...CHILD_CODES, ...STEP_CODES, ...COACH_CODES],
  pad: [['TA', 'BD', 'RF'], ['LP', 'undo', 'UP'], ['QU', 'DC', 'NTA'], ['IC']],
  undoKeys: ['5', 'backspace'],
  priority: ['NTA', 'DC', 'IC', 'LP', 'UP', 'QU', 'IQ', 'DQ', 'RF', 'BD', 'TA'],
  responsePriority: ['NC', 'CO', 'NOC'],
  neverUnsure: ['LP'],
  phases: [CDI, PDI],
  observation: OBSERVATION,
  levels: LEVELS,
  course: COURSE,
  measures: [ECBI_INTENSITY, ECBI_PROBLEM, WACB_NEGATIVE, WACB_POSITIVE],
  prompts: PROMPTS,
  familySkills: FAMILY_SKILLS,
  checklists: CHECKLISTS,
  sessionMs: 3_600_000,
  homePractice: { name: 'Special time', minutes: 5, daysAWeek: 7 },
};

/** The version before scoring revision 2. Sessions that were made under it keep their scoring. */
export const PCIT_REVISION_1: Program = {
  ...PCIT,
  version: 'pcit-2011',
  criteria: { set: 'pcit-2011', exact: 'pcit-2011-r1' },
  phases: [CDI, PDI_REVISION_1],
};
