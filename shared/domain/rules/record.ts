import type { MeasureDefinition } from '../programs/measureDefinition.ts';
import { ECBI_INTENSITY, ECBI_PROBLEM, SELF_CRITICISM, WACB_NEGATIVE, WACB_POSITIVE } from '../programs/measures.ts';
import { rule, type RuleArea } from './rule.ts';

const rangeOf = ({ min, max }: MeasureDefinition) => `from ${min} to ${max}`;

const ECBI_SLIDES = 'Outcome slides of a PCIT training program; ECBI (Eyberg and Pincus, 1999)';

export const RECORD: RuleArea = {
  title: 'Measures (MEA), objectives (OBJ), home practice (HOM), the skill to coach next (NXT), the family card (CARD)',
  note: 'Only the total of a questionnaire is kept. Its items belong to its publisher.',
  rules: [
    rule('MEA1', ['therapist', 'programs'], {
      says: `ECBI Intensity: a total ${rangeOf(ECBI_INTENSITY)}. Lower is better; it is clinical from ${ECBI_INTENSITY.cutOff}. Other sources print a cut-off that is one higher or lower.`,
      source: ECBI_SLIDES,
      confidence: 'reported',
    }),
    rule('MEA2', ['therapist', 'programs'], {
      says: `ECBI Problem: a total ${rangeOf(ECBI_PROBLEM)}. Lower is better; it is clinical from ${ECBI_PROBLEM.cutOff}.`,
      source: ECBI_SLIDES,
      confidence: 'reported',
    }),
    rule('MEA3', ['therapist', 'programs'], {
      says: `WACB-N: a total ${rangeOf(WACB_NEGATIVE)}. Lower is better; it is flagged from ${WACB_NEGATIVE.cutOff}. This cut-off lies between a published screening value one point lower and a published strict value one point higher.`,
      source: 'Canas and others (2025), psychometrics of the WACB-N; the one cut-off is ours',
      confidence: 'ours',
    }),
    rule('MEA4', ['therapist', 'programs'], {
      says: `WACB-P: a total ${rangeOf(WACB_POSITIVE)}. Higher is better; there is no cut-off.`,
      source: 'Study of the WACB-P, abstract',
      confidence: 'reported',
    }),
    rule('MEA5', ['caregiver', 'programs'], {
      says: `Self-criticism: the caregiver’s own rating ${rangeOf(SELF_CRITICISM)}. Lower is better; there is no cut-off.`,
    }),
    rule('MEA6', ['therapist', 'programs'], {
      says: 'A rating that a program tracks beside its goals is shown over time. It never decides about the next stage.',
    }),
    rule('MEA7', ['course'], {
      says: 'A total belongs to the caregiver who gave it and counts for that caregiver only. A total given by the child, or without a known source, can belong to nobody.',
    }),
    rule('OBJ1', ['course'], {
      says: 'An objective states a measure, a bound, a target and a date. Its progress is computed from the codes and the diary and cannot be typed in.',
    }),
    rule('HOM1', ['course'], {
      says: 'The program sets how many minutes a day of home practice are planned. Any logged practice makes the day count. Home practice is encouraged and never decides about the next stage, because studies disagree on what it predicts.',
      source: 'PCIT training material; two studies that disagree',
      confidence: 'reported',
    }),
    rule('NXT1', ['card'], {
      says: 'The skill to coach next, and to practice at home, belongs to the caregiver’s last window that can be judged. It is the unmet criterion there that is nearest to its goal. The console, the report, the family’s page and the family card all name the same skill.',
    }),
    rule('CARD1', ['card'], {
      says: 'A caregiver’s card shows their own numbers, how long was coded, and one goal: the skill to coach next (NXT1). It shows one strength if the parent did something that can be praised, in kind words. If the window was too short, its goals are left out. The card never shows another caregiver’s numbers, a supervisor’s note or criticism.',
    }),
  ],
};
