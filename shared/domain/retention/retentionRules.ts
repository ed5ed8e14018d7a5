/** What ends because of its age, if the clinic decides so. */
export const RETAINED = ['recording', 'record'] as const;
export type Retained = (typeof RETAINED)[number];

/** How long something may be kept, in months. Null for whatever nobody decided to erase. */
export const PERIOD_MONTHS = {
  keep: null,
  '1-month': 1,
  '3-months': 3,
  '6-months': 6,
  '1-year': 12,
  '2-years': 24,
  '3-years': 36,
  '5-years': 60,
  '7-years': 84,
  '10-years': 120,
  '15-years': 180,
  '20-years': 240,
  '30-years': 360,
} as const;
export type Period = keyof typeof PERIOD_MONTHS;

/** The choices of a clinic. A recording is evidence for a while, a record by law for years. Rule RET1. */
export const PERIODS = {
  recording: ['keep', '1-month', '3-months', '6-months', '1-year', '2-years', '5-years', '10-years'],
  record: ['keep', '3-years', '5-years', '7-years', '10-years', '15-years', '20-years', '30-years'],
} as const satisfies { readonly [R in Retained]: readonly Period[] };

/** The age that a child must have reached before its record ends, as a form sends it. */
export const UNTIL_AGES = ['any', '18', '21', '25', '28', '30'] as const;
export type UntilAge = (typeof UNTIL_AGES)[number];

export type RetentionRules = {
  readonly recording: (typeof PERIODS)['recording'][number];
  readonly record: (typeof PERIODS)['record'][number];
  readonly untilAge: UntilAge;
};

/** The rules of a clinic that has not decided. Rule RET1. */
export const KEEP_EVERYTHING: RetentionRules = { recording: 'keep', record: 'keep', untilAge: 'any' };

/** How long before it is erased a thing is announced, in days, and how long a changed rule waits. Rule RET3. */
export const ANNOUNCED_DAYS = 30;

/** How long a thing is kept further if somebody asks for it, in months. Rule RET4. */
export const KEPT_MONTHS = 12;

/**
 * How long links, and the devices and diaries that they opened, stay after they ended, in days: staff can still see what
 * became of them. Rule RET8.
 */
export const ENDED_KEPT_DAYS = 30;

/** Why somebody keeps a thing for another year. A closed list: it must name nobody. */
export const KEEP_REASONS = ['treatment', 'supervision', 'family-asked', 'may-return'] as const;
export type KeepReason = (typeof KEEP_REASONS)[number];
