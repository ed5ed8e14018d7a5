import type { MeasureDefinition } from '../programs/measureDefinition.ts';
import { ECBI_INTENSITY, ECBI_PROBLEM, SELF_CRITICISM, WACB_NEGATIVE, WACB_POSITIVE } from '../programs/measures.ts';
import type { RuleArea } from './rule.ts';

const rangeOf = ({ min, max }: MeasureDefinition) => `from ${min} to ${max}`;

const ECBI_SLIDES = 'Outcome slides of a PCIT training program; ECBI (Eyberg and Pincus, 1999)';

export const RECORD: RuleArea = {
  title: 'Measures (MEA), objectives (OBJ), home practice (HOM), the skill to coach next (NXT), the family card (CARD)',
  note: 'Of a questionnaire only the total is kept. Its items belong to its publisher.',
  rules: [
    {
      id: 'MEA1',
      says: `ECBI Intensity: a total ${rangeOf(ECBI_INTENSITY)}, lower is better, clinical from ${ECBI_INTENSITY.cutOff}. Others print one less or one more.`,
      source: ECBI_SLIDES,
      confidence: 'reported',
      judgedBy: ['therapist', 'programs'],
    },
    {
      id: 'MEA2',
      says: `ECBI Problem: a total ${rangeOf(ECBI_PROBLEM)}, lower is better, clinical from ${ECBI_PROBLEM.cutOff}.`,
      source: ECBI_SLIDES,
      confidence: 'reported',
      judgedBy: ['therapist', 'programs'],
    },
    {
      id: 'MEA3',
      says: `WACB-N: a total ${rangeOf(WACB_NEGATIVE)}, lower is better, flagged from ${WACB_NEGATIVE.cutOff}, between a published screening one below and a strict one above.`,
      source: 'Canas and others (2025), psychometrics of the WACB-N; the one cut-off is ours',
      confidence: 'ours',
      judgedBy: ['therapist', 'programs'],
    },
    {
      id: 'MEA4',
      says: `WACB-P: a total ${rangeOf(WACB_POSITIVE)}, higher is better, without a cut-off.`,
      source: 'Study of the WACB-P, abstract',
      confidence: 'reported',
      judgedBy: ['therapist', 'programs'],
    },
    {
      id: 'MEA5',
      says: `Self-criticism: the caregiver’s own rating ${rangeOf(SELF_CRITICISM)}, lower is better, without a cut-off.`,
      source: '',
      confidence: 'ours',
      judgedBy: ['caregiver', 'programs'],
    },
    {
      id: 'MEA6',
      says: 'A rating that a program keeps beside its goals is followed over time, and opens or closes nothing.',
      source: '',
      confidence: 'ours',
      judgedBy: ['therapist', 'programs'],
    },
    {
      id: 'MEA7',
      says: 'A total belongs to the caregiver who gave it, and counts for that caregiver alone. What a child or nobody in particular says may be nobody’s.',
      source: '',
      confidence: 'ours',
      judgedBy: ['course'],
    },
    {
      id: 'OBJ1',
      says: 'An objective says what is measured, its bound, its target and by when. Its progress comes from the codes and the diary: nobody types it in.',
      source: '',
      confidence: 'ours',
      judgedBy: ['course'],
    },
    {
      id: 'HOM1',
      says: 'Home practice is planned for some minutes a day, by the program. A day on which any practice was logged counts. It is encouraged, and never a gate: studies disagree on what it predicts.',
      source: 'PCIT training material; two studies that disagree',
      confidence: 'reported',
      judgedBy: ['course'],
    },
    {
      id: 'NXT1',
      says: 'The skill to coach next, and to practice at home, is the one nearest to its goal among the criteria that are not met in the caregiver’s last window that can be judged. The console, the report, the family’s page and the family card all name this one.',
      source: '',
      confidence: 'ours',
      judgedBy: ['card'],
    },
    {
      id: 'CARD1',
      says: 'A caregiver’s card has their own numbers with how long was counted, one goal, and one strength where something was done that can be praised, in kind words. Too short a window is shown without its goals. The goal is the skill to coach next (NXT1). It never has another caregiver’s numbers, a supervisor’s note or a raw criticism.',
      source: '',
      confidence: 'ours',
      judgedBy: ['card'],
    },
  ],
};
