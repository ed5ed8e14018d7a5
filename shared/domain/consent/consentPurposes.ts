/** What a family is asked about, each on its own. Staff agree to the recording of their own voice in the session. */
export const CONSENT_PURPOSES = ['live', 'record-room', 'transcript', 'supervision', 'training', 'research'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

type Wording = {
  /** The version that screens show now. A new sentence is a new version. */
  readonly version: number;
  /** The oldest version whose answers still count. Answers to older ones must be asked for again. */
  readonly countsFrom: number;
};

/** The versions of what a caregiver reads before they answer. The words are in the client’s texts. Rule CNS1. */
export const CONSENT_WORDINGS: { readonly [P in ConsentPurpose]: Wording } = {
  live: { version: 1, countsFrom: 1 },
  'record-room': { version: 1, countsFrom: 1 },
  transcript: { version: 1, countsFrom: 1 },
  supervision: { version: 1, countsFrom: 1 },
  training: { version: 1, countsFrom: 1 },
  research: { version: 1, countsFrom: 1 },
};

/** Purposes that a child’s own objection rules out, though a guardian agreed. Rule CNS3. */
export const CHILD_MAY_OBJECT: ReadonlySet<ConsentPurpose> = new Set([
  'record-room',
  'transcript',
  'training',
  'research',
]);

/** How long a yes lasts if nobody chooses another day, and at most, in days. */
export const CONSENT_LASTS_DAYS = { usual: 365, longest: 730 } as const;

/** What was noted of the child’s own wish when a guardian agreed for them. */
export const ASSENTS = ['agrees', 'objects', 'too-young'] as const;
export type Assent = (typeof ASSENTS)[number];
