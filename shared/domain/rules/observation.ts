import { rule, type RuleArea } from './rule.ts';
import { DPICS_3 } from './sources.ts';

export const OBSERVATION_RULES: RuleArea = {
  title: 'Observation in situations (OBS)',
  rules: [
    rule('OBS1', ['course'], {
      says: 'An observation has three situations: child-led play, parent-led play and clean-up, five coded minutes each. Each caregiver is observed alone and does not watch the other. Five minutes of warm-up before the first two are optional. In video sessions they are left out unless somebody chooses them.',
      source: `${DPICS_3}; three times five minutes without warm-up: UC Davis`,
      confidence: 'reported',
    }),
    rule('OBS2', ['scoring'], {
      says: 'Nobody coaches during an observation. Commands and the child’s responses are coded, but nothing is followed through and nothing is judged. Its windows never decide about the next stage.',
    }),
    rule('OBS3', ['course'], {
      says: 'Observations are compared situation by situation: the first one before teaching, the last one in the middle of treatment, and the last one from graduation on.',
      source: 'Before, middle and after: UC Davis. Telling them apart by the session’s stage is ours',
      confidence: 'ours',
    }),
  ],
};
