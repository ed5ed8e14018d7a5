/** On the family’s page: how commands are brought into daily life. */
export const levels = {
  title: 'Level',
  none: 'In sessions only',
  noneMeans: 'Commands are for the sessions alone. At home the family has special time until you set the first level.',
  steps: 'Levels of PDI',
  home: 'At home: {{task}}',
  gate: 'What it takes to go on to {{level}}',
  goOn: 'Go on to {{level}}',
  other: 'Another level …',
  dialog: {
    title: 'Another level',
    lead: 'A level can be set again, left out, or begun before its gate is met. Say why.',
    level: 'Level',
    choose: 'Choose a level …',
    needLevel: 'Choose a level.',
    reason: 'Why',
    submit: 'Set the level',
  },
  houseRulesLater: 'House rules come with the level “{{level}}”.',
} as const;
