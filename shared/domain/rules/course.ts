import type { RuleArea } from './rule.ts';
import { PROTOCOL_2011 } from './sources.ts';

export const COURSE_OF_TREATMENT: RuleArea = {
  title: 'The course (CRS) and stalls (STA)',
  note: '',
  rules: [
    {
      id: 'CRS1',
      says: 'A course goes through the stages of its programme in their order, and follows from the record: nobody sets a stage without a fact that says why.',
      source: PROTOCOL_2011,
      confidence: 'reported',
    },
    {
      id: 'CRS2',
      says: 'Each caregiver has a stage. The family moves on together, when each has met the gate; its stage is that of whoever is furthest back.',
      source: 'Mastery for each caregiver: PCIT protocol. Moving on together is ours',
      confidence: 'ours',
    },
    {
      id: 'CRS3',
      says: 'A gate of criteria is met once a caregiver’s window was assessed and all of its criteria were met. Those of two phases need not be met in the same session.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'CRS4',
      says: 'A course can go back to an earlier coaching stage, pause and go on, or end early, with reasons kept from the clinician and from the caregiver.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'CRS5',
      says: 'A therapist may move a family on against a gate, with a reason, which the record keeps under the therapist’s name.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'CRS6',
      says: 'To graduate, the last ECBI Intensity total is at most 114, half a standard deviation above the norm’s mean. One trainers’ quiz says 115.',
      source: `${PROTOCOL_2011}; unconfirmed`,
      confidence: 'reported',
    },
    {
      id: 'CRS7',
      says: 'To graduate, a family has CDI and PDI mastery, the total of CRS6, and a clinician who finds each caregiver able to go on alone.',
      source: PROTOCOL_2011,
      confidence: 'reported',
    },
    {
      id: 'CRS8',
      says: 'A course is planned for about 16 sessions, and 12 to 20 are expected. There is no cap. Sources give from 12 to 20.',
      source: 'Several, which disagree',
      confidence: 'reported',
    },
    {
      id: 'CRS9',
      says: 'A stage that is gated by a number of sessions opens its way out when so many of them were held.',
      source: 'PCIT-CALM slides: stages by session number',
      confidence: 'reported',
    },
    {
      id: 'CRS10',
      says: 'A decision keeps the version of the programme, and the clinic’s changes, that it was made under.',
      source: '',
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
      says: 'No gain in the skills over 3 coded sessions calls for a supervisor’s look.',
      source: '',
      confidence: 'ours',
    },
    { id: 'STA3', says: 'Two missed sessions call for a word with the family.', source: '', confidence: 'ours' },
    {
      id: 'STA4',
      says: 'Fewer than 2 days of home practice in each of two weeks running call for a word with the family.',
      source: '',
      confidence: 'ours',
    },
  ],
};
