import type { RuleArea } from './rule.ts';

const ECBI_SLIDES = 'Outcome slides of a PCIT training programme; ECBI (Eyberg and Pincus, 1999)';

export const RECORD: RuleArea = {
  title: 'Measures (MEA), objectives (OBJ), home practice (HOM), the skill to coach next (NXT), the family card (CARD)',
  note: 'Of a questionnaire only the total is kept. Its items belong to its publisher.',
  rules: [
    {
      id: 'MEA1',
      says: 'ECBI Intensity: a total from 36 to 252, lower is better, clinical from 131. Others print 130 or 132.',
      source: ECBI_SLIDES,
      confidence: 'reported',
    },
    {
      id: 'MEA2',
      says: 'ECBI Problem: a total from 0 to 36, lower is better, clinical from 15.',
      source: ECBI_SLIDES,
      confidence: 'reported',
    },
    {
      id: 'MEA3',
      says: 'WACB-N: a total from 9 to 63, lower is better, flagged from 37, between a published screening 36 and a strict 38.',
      source: 'Canas and others (2025), psychometrics of the WACB-N; the one cut-off is ours',
      confidence: 'ours',
    },
    {
      id: 'MEA4',
      says: 'WACB-P: a total from 9 to 63, higher is better, without a cut-off.',
      source: 'Study of the WACB-P, abstract',
      confidence: 'reported',
    },
    {
      id: 'MEA5',
      says: 'Self-criticism: the caregiver’s own rating from 0 to 10, lower is better, without a cut-off.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'MEA6',
      says: 'A rating that a programme keeps beside its goals is followed over time, and opens or closes nothing.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'MEA7',
      says: 'A total belongs to the caregiver who gave it, and counts for that caregiver alone. What a child or nobody in particular says may be nobody’s.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'OBJ1',
      says: 'An objective says what is measured, its bound, its target and by when. Its progress comes from the codes and the diary: nobody types it in.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'HOM1',
      says: 'Home practice is planned for 5 minutes a day, every day. A day on which any practice was logged counts. It is encouraged, and never a gate: studies disagree on what it predicts.',
      source: 'PCIT training material; two studies that disagree',
      confidence: 'reported',
    },
    {
      id: 'NXT1',
      says: 'The skill to coach next, and to practice at home, is the one nearest to its goal among the criteria that are not met in the caregiver’s last window that can be judged. The console, the report, the family’s page and the family card all name this one.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'CARD1',
      says: 'A caregiver’s card has their own numbers with how long was counted, one goal, and one strength where something was done that can be praised, in kind words. Too short a window is shown without its goals. The goal is the skill to coach next (NXT1). It never has another caregiver’s numbers, a supervisor’s note or a raw criticism.',
      source: '',
      confidence: 'ours',
    },
  ],
};
