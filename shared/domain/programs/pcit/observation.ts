import type { Observation, Situation } from '../observation.ts';
import { COMMAND_SEQUENCE } from './commandSequence.ts';
import { DIRECT, FOLLOWING, PDI } from './phases.ts';

const FIVE_MINUTES_MS = 300_000;

/** What all situations have in common: five minutes that are counted and not judged. Rules OBS1, OBS2. */
const WATCHED = {
  windowMs: FIVE_MINUTES_MS,
  assessable: { codedMs: FIVE_MINUTES_MS, directCommands: 0 },
  criteria: [],
  practiceGoals: [],
  ratings: [],
} as const;

/** The child's response to a command is coded. What the parent does next is up to the parent. */
const ANSWERS_ONLY = { ...COMMAND_SEQUENCE, answersOnly: true } as const;

const CHILD_LED: Situation = {
  ...WATCHED,
  id: 'clp',
  name: 'Child-led play',
  shortName: 'CLP',
  ratios: [FOLLOWING, DIRECT],
  familyWords: 'Let your child choose what to play, and play along.',
  script: 'For the next five minutes let {child} choose what to play. Follow along and play with them.',
};

const PARENT_LED: Situation = {
  ...WATCHED,
  id: 'plp',
  name: 'Parent-led play',
  shortName: 'PLP',
  ratios: PDI.ratios ?? [],
  sequence: ANSWERS_ONLY,
  familyWords: 'Now you choose the game, and have your child play along with you.',
  script: 'Now it is your turn to choose. Pick another game, and have {child} play it with you by your rules.',
};

const CLEAN_UP: Situation = {
  ...WATCHED,
  id: 'cu',
  name: 'Clean-up',
  shortName: 'Clean-up',
  ratios: PDI.ratios ?? [],
  sequence: ANSWERS_ONLY,
  familyWords: 'Now have your child put the toys away, without your help.',
  script: 'That was fine. Please have {child} put all the toys away now, without helping.',
};

const warmUp = (of: Situation): Situation => ({
  ...of,
  id: `${of.id}-warm-up`,
  name: `Warm-up for ${of.name.toLowerCase()}`,
  shortName: `warm-up ${of.shortName}`,
  warmUpFor: of.id,
});

/**
 * Three situations of five coded minutes each. Warm-ups before the first two are offered and left out unless chosen.
 */
export const OBSERVATION: Observation = {
  name: 'Observation: child-led play, parent-led play, clean-up',
  situations: [CHILD_LED, PARENT_LED, CLEAN_UP, warmUp(CHILD_LED), warmUp(PARENT_LED)],
};
