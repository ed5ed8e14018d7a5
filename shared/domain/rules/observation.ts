import type { RuleArea } from './rule.ts';
import { DPICS_3 } from './sources.ts';

export const OBSERVATION_RULES: RuleArea = {
  title: 'Observation in situations (OBS)',
  note: '',
  rules: [
    {
      id: 'OBS1',
      says: 'An observation is child-led play, parent-led play and clean-up, five coded minutes each, with each caregiver alone: caregivers do not watch each other. Five minutes of warm-up before the first two are optional, and left out over the internet unless somebody chooses them.',
      source: `${DPICS_3}; three times five minutes without warm-up: UC Davis`,
      confidence: 'reported',
      judgedBy: ['course'],
    },
    {
      id: 'OBS2',
      says: 'In an observation nobody coaches. Commands and what the child does about them are coded; nothing is followed through, nothing is judged, and its windows open no gate.',
      source: '',
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
    {
      id: 'OBS3',
      says: 'Observations are compared situation by situation: the first before teaching, the last in the middle, and the last from graduation on.',
      source: 'Before, middle and after: UC Davis. By the stage of its session is ours',
      confidence: 'ours',
      judgedBy: ['course'],
    },
  ],
};
