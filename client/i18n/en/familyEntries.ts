import { purpose } from './consentWords.ts';

/** Each entry of a family's record in one line. */
export const entries = {
  course: {
    open: 'The course began: {{program}}, version {{version}}',
    pause: 'Paused: {{reason}}',
    resume: 'Resumed',
    drop: 'Ended early: {{reasons}}',
    graduate: 'Graduated',
    graduateOverride: 'Graduated before all criteria were met: {{reason}}',
  },
  stage: {
    enter: 'Stage: {{stage}}, for {{who}}',
    override: 'Stage: {{stage}}, for {{who}}, against the suggestion: {{reason}}',
  },
  measure: '{{measure}}: {{total}}, {{who}}, answered {{on}}',
  practice_one: 'Practice by {{who}}, {{on}}: {{count}} minute',
  practice_other: 'Practice by {{who}}, {{on}}: {{count}} minutes',
  problem: { name: 'Problem named: {{text}}', rate: 'Problem rated {{rating}}, {{on}}: {{text}}' },
  objective: {
    set: 'Objective for {{who}}: {{text}}',
    met: 'Objective closed as met: {{text}}',
    dropped: 'Objective dropped: {{text}}',
  },
  confidence: {
    yes: '{{who}} judged ready to continue alone',
    no: '{{who}} judged not ready to continue alone yet',
  },
  timeOut: 'Time-out agreement: {{backup}}; house rules: {{houseRules}}',
  guardians: { set: 'Guardians of the child: {{who}}', none: 'No guardian is noted' },
  consent: {
    given: '{{purpose}}: {{who}} said yes until {{until}}',
    refused: '{{purpose}}: {{who}} said no',
    withdrawn: '{{purpose}}: {{who}} withdrew the consent',
    forChild: '{{who}}, for the child,',
    purpose,
  },
  level: {
    set: 'Level: {{level}}',
    override: 'Level: {{level}}, against the suggestion: {{reason}}',
  },
  contraindicated: 'Time-out contraindicated: {{reason}}',
  allowed: 'Time-out allowed again: {{reason}}',
  miss: 'Missed session, {{on}} {{why}}',
  withdraw: 'Withdrawn: {{what}} ({{reason}})',
} as const;

export const dropReasons = {
  attendance: 'Getting here or finding time',
  stress: 'Too much else going on',
  'buy-in': 'Not convinced that it helps',
  'caregiver-health': 'The caregiver’s own health',
  improved: 'Things are better already',
  'welfare-change': 'The child lives elsewhere now',
  practical: 'Equipment, money or distance',
  'no-progress': 'No progress',
  other: 'Something else',
} as const;

export const obstacles = {
  time: 'no time',
  forgot: 'forgot',
  ill: 'illness',
  'child-unwilling': 'the child did not want to',
  siblings: 'brothers and sisters',
  tired: 'too tired',
  away: 'away from home',
  other: 'something else',
  none: 'Nothing (it was done)',
} as const;
