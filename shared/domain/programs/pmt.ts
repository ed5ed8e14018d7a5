import { COACH_CODES } from './coachCodes.ts';
import type { MeasureDefinition } from './measureDefinition.ts';
import { ECBI_INTENSITY, ECBI_PROBLEM, WACB_NEGATIVE, WACB_POSITIVE } from './measures.ts';
import { CHECKLISTS } from './pmt/checklists.ts';
import { CHILD_CODES, PARENT_CODES } from './pmt/codes.ts';
import { COURSE } from './pmt/course.ts';
import { FAMILY_SKILLS } from './pmt/familySkills.ts';
import { PROMPTING, REINFORCEMENT } from './pmt/phases.ts';
import { PROMPTS } from './pmt/prompts.ts';
import type { Program } from './program.ts';

const POINT_CHART: MeasureDefinition = {
  id: 'point-chart',
  name: 'Days the point chart was filled, of 7',
  min: 0,
  max: 7,
  better: 'higher',
  cutOff: undefined,
  rule: 'PMT5',
};

/** Parent Management Training. Codes and goals are ours (docs/RULES.md: PMT). */
export const PMT: Program = {
  id: 'pmt',
  version: 'pmt-2',
  criteria: { set: 'pmt', exact: 'pmt-2' },
  name: 'PMT',
  about:
    'Parent Management Training, after Kazdin: the positive opposite, prompts, shaping and effective praise. Among the ' +
    'most studied treatments for children. No live coding system was found for it, so codes and goals here are ours.',
  codes: [...PARENT_CODES, ...CHILD_CODES, ...COACH_CODES],
  pad: [
    ['PRO', 'PRX', 'PRS'],
    ['PRT', 'undo', 'SHP'],
    ['PTS', 'IGN', 'CRT'],
    ['CSQ', 'NEG', 'TGT'],
  ],
  undoKeys: ['5', 'backspace'],
  priority: ['CRT', 'NEG', 'PRX', 'PRO', 'PTS', 'PRT', 'PRS', 'SHP', 'CSQ', 'IGN'],
  neverUnsure: ['PRS'],
  phases: [PROMPTING, REINFORCEMENT],
  course: COURSE,
  measures: [ECBI_INTENSITY, ECBI_PROBLEM, WACB_NEGATIVE, WACB_POSITIVE, POINT_CHART],
  prompts: PROMPTS,
  familySkills: FAMILY_SKILLS,
  checklists: CHECKLISTS,
  sessionMs: 3_600_000,
  homePractice: { name: 'Point chart time', minutes: 10, daysAWeek: 7 },
};
