/** The pad of codes, wherever something is coded. */
export const words = {
  label: 'Codes',
  count_one: ', {{name}}, {{count}} time',
  count_other: ', {{name}}, {{count}} times',
  undo: 'Undo',
  names: { label: 'Names of the codes on the pad', shown: 'Shown', hidden: 'Hidden' },
  keys: {
    settings: 'Keys and names',
    codes: 'Codes',
    unsure: 'Unsure: then the two codes that it might be',
    both: 'Both in one sentence: then the two codes',
    takeBack: 'Take back the last code',
    change: 'Change keys',
    done: 'Done',
    reset: 'Back to the usual keys',
    how: 'Choose a field and press the key that you want there. Your keys stay on this browser.',
    field: 'Key {{key}} for: {{does}}',
    moved: '{{key}} is now: {{does}}.',
    taken: 'Not changed: {{key}} is already “{{does}}”. Give that another key first.',
    fixed: 'Not changed: choose a letter, a digit or a sign. The other keys stay as they are.',
    wasReset: 'All keys are back where they were.',
  },
} as const;
