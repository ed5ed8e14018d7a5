/** The card that a caregiver takes home: their own numbers, in kind words. */
export const words = {
  title: '{{name}}, your play together',
  skills: 'What we counted',
  bar: '{{actual}}, and the goal is {{goal}}',
  goal: 'goal {{goal}}',
  didNotComeUp: 'did not come up this time',
  reached: 'goal reached',
  skip: 'To skip',
  within: '{{actual}} this time. Up to {{goal}} is fine.',
  above: '{{actual}} this time. Next time a few less: we are heading for {{goal}} at most.',
  practice: 'At home',
  days_one: '{{count}} day of {{of}}',
  days_other: '{{count}} days of {{of}}',
  noDays: 'Each day is a new chance.',
  why: {
    title: 'Why these numbers?',
    source: 'Source: {{source}}.',
    ours: 'A practice goal of your clinic.',
  },
  strength: 'What went well',
  next: 'To try at home',
} as const;
