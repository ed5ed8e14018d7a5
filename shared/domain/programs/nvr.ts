import { COACH_CODES } from './coachCodes.ts';
import type { MeasureDefinition } from './measureDefinition.ts';
import { CHECKLISTS } from './nvr/checklists.ts';
import { CHILD_CODES, PARENT_CODES } from './nvr/codes.ts';
import { COURSE } from './nvr/course.ts';
import { FAMILY_SKILLS } from './nvr/familySkills.ts';
import { DE_ESCALATION, PRESENCE } from './nvr/phases.ts';
import { PROMPTS } from './nvr/prompts.ts';
import type { Program } from './program.ts';

const WEEKLY: readonly MeasureDefinition[] = [
  {
    id: 'reconciliation',
    name: 'Gestures of reconciliation this week',
    min: 0,
    max: 50,
    better: 'higher',
    cutOff: undefined,
    rule: 'NVR3',
  },
  {
    id: 'supporters',
    name: 'Supporters contacted this week',
    min: 0,
    max: 50,
    better: 'higher',
    cutOff: undefined,
    rule: 'NVR4',
  },
];

/** Non-Violent Resistance. Codes and goals are ours (docs/RULES.md: NVR). */
export const NVR: Program = {
  id: 'nvr',
  version: 'nvr-3',
  criteria: { set: 'nvr', exact: 'nvr-3' },
  name: 'NVR',
  about:
    'Non-Violent Resistance, after Omer, for older children: de-escalation, presence, supporters and reconciliation. ' +
    'Coded in role-play rather than in free play. Codes and goals here are ours.',
  codes: [...PARENT_CODES, ...CHILD_CODES, ...COACH_CODES],
  pad: [
    ['DEL', 'WDR', 'PRE'],
    ['ANN', 'undo', 'SIT'],
    ['SUP', 'REC', 'THR'],
    ['ARG', 'GIV', 'PRV'],
  ],
  undoKeys: ['5', 'backspace'],
  priority: ['THR', 'GIV', 'ARG', 'ANN', 'SUP', 'REC', 'PRE', 'DEL', 'WDR', 'SIT'],
  neverUnsure: [],
  phases: [DE_ESCALATION, PRESENCE],
  course: COURSE,
  measures: WEEKLY,
  prompts: PROMPTS,
  familySkills: FAMILY_SKILLS,
  checklists: CHECKLISTS,
  sessionMs: 3_600_000,
  homePractice: { name: 'Rehearsal', minutes: 10, daysAWeek: 5 },
};
