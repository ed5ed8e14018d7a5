/** On the family’s page: how commands are brought into daily life. */
export const levels = {
  title: 'Level',
  none: 'In sessions only',
  noneMeans:
    'Commands are for sessions only. Until you set the first level, the family does only special time at home.',
  steps: 'Levels of PDI',
  home: 'At home: {{task}}',
  gate: 'What is needed to move on to {{level}}',
  moveOn: 'Move on to {{level}}',
  other: 'Another level …',
  dialog: {
    title: 'Another level',
    lead: 'You can repeat a level, skip one, or start one before its requirements are met. Say why.',
    level: 'Level',
    choose: 'Choose a level …',
    needLevel: 'Choose a level.',
    reason: 'Why',
    submit: 'Set the level',
  },
  houseRulesLater: 'House rules start at the level “{{level}}”.',
} as const;
