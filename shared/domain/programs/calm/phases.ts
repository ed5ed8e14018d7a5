import type { TreatmentPhase } from '../treatmentPhase.ts';

/**
 * Five coded minutes that are shown and never judged, because no numeric criteria for mastery were found. Rule CAL1.
 */
const UNJUDGED = {
  windowMs: 300_000,
  assessable: { codedMs: 300_000, directCommands: 0 },
  criteria: [],
  practiceGoals: [],
  ratings: [],
  sequence: undefined,
} as const;

export const CHILD_LED: TreatmentPhase = {
  ...UNJUDGED,
  id: 'child-led',
  name: 'Child-directed interaction',
  shortName: 'CDI',
  familyWords: 'Your child leads the play, and you follow along with warm attention.',
};

export const EXPOSURE: TreatmentPhase = {
  ...UNJUDGED,
  id: 'exposure',
  name: 'Child-directed interaction with exposure',
  shortName: 'Exposure',
  familyWords: 'You stay warm and close while your child meets something a little scary.',
};

export const DADS: TreatmentPhase = {
  ...UNJUDGED,
  id: 'dads',
  name: 'DADS steps with exposure',
  shortName: 'DADS',
  familyWords: 'You describe, go first, say one brave thing to do, and give your attention to every brave step.',
};
