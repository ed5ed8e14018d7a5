import { CHECKLISTS } from './calm/checklists.ts';
import { PARENT_CODES } from './calm/codes.ts';
import { COURSE } from './calm/course.ts';
import { CHILD_LED, DADS, EXPOSURE } from './calm/phases.ts';
import { PROMPTS } from './calm/prompts.ts';
import { COACH_CODES } from './coachCodes.ts';
import type { MeasureDefinition } from './measureDefinition.ts';
import { WACB_NEGATIVE, WACB_POSITIVE } from './measures.ts';
import type { Program } from './program.ts';

const FEAR: MeasureDefinition = {
  id: 'fear',
  name: 'Fear at this week’s rung, 0 to 10',
  mayBeNobodys: true,
  min: 0,
  max: 10,
  better: 'lower',
  cutOff: undefined,
  rule: 'MEA6',
};

/** The form for anxious children. Stages end after a number of sessions (docs/RULES.md: CAL). */
export const CALM: Program = {
  id: 'pcit-calm',
  version: 'pcit-calm-1',
  name: 'PCIT-CALM',
  about:
    'Parent-Child Interaction Therapy for anxious children of about two to eight years: coached play, then coached ' +
    'exposure. Goes on by number of sessions. Known to us from slides and a pilot with nine children; no numeric ' +
    'mastery was found, so nothing here is judged.',
  codes: [...PARENT_CODES, ...COACH_CODES],
  pad: [['TA', 'BD', 'RF'], ['LP', 'undo', 'UP'], ['QU', 'DC', 'NTA'], ['IC']],
  undoKeys: ['5', 'backspace'],
  priority: ['NTA', 'DC', 'IC', 'LP', 'UP', 'QU', 'IQ', 'DQ', 'RF', 'BD', 'TA'],
  neverUnsure: ['LP'],
  phases: [CHILD_LED, EXPOSURE, DADS],
  course: COURSE,
  measures: [FEAR, WACB_NEGATIVE, WACB_POSITIVE],
  prompts: PROMPTS,
  familySkills: [],
  checklists: CHECKLISTS,
  sessionMs: 3_600_000,
  homePractice: { name: 'Special time', minutes: 5, daysAWeek: 7 },
};
