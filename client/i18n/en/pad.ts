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
    unsure: 'Unsure: then press the two codes that it could be',
    both: 'Both in one sentence: then press the two codes',
    undo: 'Undo the last code',
    change: 'Change keys',
    done: 'Done',
    reset: 'Reset to default keys',
    how: 'Choose a field, then press the key that you want. Your keys are saved in this browser.',
    field: 'Key {{key}} for: {{does}}',
    moved: '{{key}} is now: {{does}}.',
    taken: 'Not changed: {{key}} is already used for “{{does}}”. Give that another key first.',
    fixed: 'Not changed: choose a letter, a digit or a symbol. Other keys can’t be used.',
    wasReset: 'All keys are reset to their defaults.',
  },
} as const;
