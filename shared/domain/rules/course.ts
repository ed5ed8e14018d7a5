import { GRADUATION_ECBI as ecbi } from '../programmes/pcit/course.ts';
import type { RuleArea } from './rule.ts';
import { ASSUMED, PROTOCOL_2011 } from './sources.ts';

export const COURSE_OF_TREATMENT: RuleArea = {
  title: 'The course (CRS) and stalls (STA)',
  note: '',
  rules: [
    {
      id: 'CRS1',
      says: 'A course goes through the stages of its programme in their order. To go on before a gate is met, or past a stage, takes a reason, which the record keeps with the name of whoever decided.',
      source: `Stages: ${PROTOCOL_2011}. The rest is ours`,
      confidence: 'ours',
    },
    {
      id: 'CRS2',
      says: 'A course can go back to an earlier stage. What was met in it before has to be met again.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'CRS3',
      says: 'Each caregiver meets a gate alone, and the family goes on together; its stage is that of whoever is furthest back. One caregiver goes ahead only with a reason.',
      source: 'Mastery for each caregiver: PCIT protocol. Going on together is ours',
      confidence: 'ours',
    },
    {
      id: 'CRS4',
      says: 'A stage of teaching or assessment opens its way out once it was held.',
      source: PROTOCOL_2011,
      confidence: 'reported',
    },
    {
      id: 'CRS5',
      says: 'A stage that is gated by a number of sessions opens its way out once so many were held.',
      source: 'PCIT-CALM slides: stages by session number',
      confidence: 'reported',
    },
    {
      id: 'CRS6',
      says: 'A gate of criteria is met once a window of the caregiver could be assessed and met all of them. Those of two phases need not be met in the same session.',
      source: `${PROTOCOL_2011}; whether in the same session is unconfirmed`,
      confidence: 'reported',
    },
    {
      id: 'CRS7',
      says: `To graduate in standard PCIT, a family has CDI and PDI mastery, each caregiver’s own last ECBI Intensity total, at most ${ecbi.withinDays} days old, of at most ${ecbi.atMost}, and a clinician who finds each caregiver able to go on alone. ${ecbi.atMost} is half a standard deviation above the norm’s mean; one trainers’ quiz says 115.`,
      source: ASSUMED,
      confidence: 'assumed',
    },
    {
      id: 'CRS8',
      says: 'Whether a caregiver is able to go on alone is a clinician’s yes or no, for each caregiver.',
      source: PROTOCOL_2011,
      confidence: 'reported',
    },
    {
      id: 'CRS9',
      says: 'A course ends by graduation, or early with reasons kept from the clinician and from the caregiver. A booster leaves a family graduated; to set a course going again takes a reason.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'CRS10',
      says: 'A paused course goes nowhere until it is resumed.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'CRS11',
      says: 'A decision keeps the version of the programme, and the clinic’s changes, that it was made under.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'CRS12',
      says: 'CDI is coded again in PDI sessions. To graduate, each caregiver’s last such window that can be judged has to be mastered. A skill that fell below mastery is named, and calls for a look.',
      source: 'Coding CDI in PDI sessions: PCIT protocol, unconfirmed. That it opens the gate is ours',
      confidence: 'ours',
    },
    {
      id: 'STA1',
      says: 'More than 8 sessions in one coaching stage call for a supervisor’s look.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'STA2',
      says: 'Three coded sessions of which none was better than the best before them call for a supervisor’s look.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'STA3',
      says: 'Two missed sessions within six weeks call for a word with the family.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'STA4',
      says: 'Fewer than 2 days of home practice in each of two weeks running call for a word with the family.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'STA5',
      says: 'A running course with no session and no day in the diary for 14 days is silent, and calls for a word with the family.',
      source: '',
      confidence: 'ours',
    },
  ],
};
