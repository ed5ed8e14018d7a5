import { makePhase } from '../treatmentPhase.ts';

/**
 * Five coded minutes that are shown and never judged, because no numeric criteria for mastery were found. Rule CAL1.
 */
const UNJUDGED = { windowMs: 300_000, criteria: [] } as const;

export const CHILD_LED = makePhase({
  ...UNJUDGED,
  id: 'child-led',
  name: 'Child-directed interaction',
  shortName: 'CDI',
  familyWords: 'Your child leads the play, and you follow along with warm attention.',
});

export const EXPOSURE = makePhase({
  ...UNJUDGED,
  id: 'exposure',
  name: 'Child-directed interaction with exposure',
  shortName: 'Exposure',
  familyWords: 'You stay warm and close while your child meets something a little scary.',
});

export const DADS = makePhase({
  ...UNJUDGED,
  id: 'dads',
  name: 'DADS steps with exposure',
  shortName: 'DADS',
  familyWords: 'You describe, go first, say one brave thing to do, and give your attention to every brave step.',
});
