import { COST_ALONE, COST_OF_DIFFERENCE, TOLERANCE_MS } from '../reliability/alignCodes.ts';
import {
  AGREEMENT_PASSES,
  type Band,
  FEWEST_FOR_ICC,
  FEWEST_FOR_KAPPA,
  ICC_BANDS,
  KAPPA_BANDS,
} from '../reliability/bands.ts';
import { LONGEST_LAG_MS } from '../reliability/estimateLag.ts';
import { decimal, percent, seconds } from './figures.ts';
import type { RuleArea } from './rule.ts';
import { DPICS_3 } from './sources.ts';

const QUERA = 'Quera, Bakeman and Gnisci (2007), abstract';
const BAKEMAN = 'Bakeman, Quera and Gnisci (2009)';

/** A cost as it is told: a difference of codes is one. */
const costOf = (units: number) => String(units / COST_OF_DIFFERENCE);

/** Bands as they are read: poor, from 0.40 fair, from 0.60 acceptable. */
function bandsOf(bands: readonly Band<string>[]): string {
  return bands.map(({ from, name }) => (from === -Infinity ? name : `from ${decimal(from)} ${name}`)).join(', ');
}

export const AGREEMENT: RuleArea = {
  title: 'Agreement of coders (REL) and practice (PRA)',
  note: '',
  rules: [
    {
      id: 'REL1',
      says: `Two coders’ events are aligned in order at the least total cost: ${costOf(1_000)} for each second between a pair, ${costOf(COST_OF_DIFFERENCE)} more where the codes differ, ${costOf(COST_ALONE)} for a lone event. A pair further apart than the tolerance, ${seconds(TOLERANCE_MS)} unless another is chosen, is forbidden. Of two alignments that cost the same, the one with more agreements counts, then the one with more pairs, then the one that, read from the start, pairs where the other has a lone event, and has the reference’s lone event where the other has the trainee’s.`,
      source: `${QUERA}; the costs, the tolerance and the order of ties are ours`,
      confidence: 'ours',
      judgedBy: ['agreement'],
    },
    {
      id: 'REL2',
      says: `The headline is agreements of all aligned rows, and ${percent(AGREEMENT_PASSES)} passes.`,
      source: 'A design assumption about the 80 % of trainers; no source that we could open says how they count it',
      confidence: 'assumed',
      judgedBy: ['agreement'],
    },
    {
      id: 'REL3',
      says: 'Kappa is given over the paired rows, and over all rows with nothing (NIL) as a code of its own. That both gave nothing is never seen: what chance would bring is then the quasi-independent table that iterative proportional fitting comes to. Over no rows, or where chance alone would agree on all, there is no kappa. Beside each stands PABAK, 2 × observed − 1.',
      source: `${BAKEMAN}; Byrt, Bishop and Carlin (1993) for PABAK`,
      confidence: 'published',
      judgedBy: ['agreement'],
    },
    {
      id: 'REL4',
      says: `The lag is the median, over the reference’s codes, of the time to the trainee’s nearest of the same code, at most ${seconds(LONGEST_LAG_MS)} either way. Where it is asked for, the trainee’s codes are shifted back by it before they are aligned, and it is told.`,
      source: '',
      confidence: 'ours',
      judgedBy: ['agreement'],
    },
    {
      id: 'REL5',
      says: `Each code stands with how often either coder gave it, its agreements of all rows in which either has it, and its kappa against all other codes. Fewer than ${FEWEST_FOR_KAPPA} by the reference are too few for a kappa; such codes are read in their class: to do, to avoid, neutral. A code that neither gave has no figure.`,
      source: `${DPICS_3}: low kappas go with rare codes; the 5 is ours`,
      confidence: 'ours',
      judgedBy: ['agreement'],
    },
    {
      id: 'REL6',
      says: 'Count agreement is the sum, over the codes, of the smaller count, of the sum of the larger. It asks for no times.',
      source: '',
      confidence: 'ours',
      judgedBy: ['agreement'],
    },
    {
      id: 'REL7',
      says: `A kappa reads as ${bandsOf(KAPPA_BANDS)}.`,
      source: `${DPICS_3} for 0.40; the others are conventions`,
      confidence: 'reported',
      judgedBy: ['agreement'],
    },
    {
      id: 'REL8',
      says: `Over windows, counts are compared by the intraclass correlation of single coders: absolute agreement, and consistency. It is judged by both ends of its 95 % interval: ${bandsOf(ICC_BANDS)}. Under ${FEWEST_FOR_ICC} windows it is shown in grey.`,
      source: 'McGraw and Wong (1996); Koo and Li (2016); the 5 windows are ours',
      confidence: 'published',
      judgedBy: ['agreement'],
    },
    {
      id: 'REL9',
      says: 'What is compared is what each coder gave of the parent, as they gave it: what they undid is left out, what a review corrected is not theirs, and a window that counts nowhere for either counts for neither. In a session only the stretches in which the window’s clock ran are compared; in transcripts, only the stretches that both files’ windows have in common, and a command that is marked as spoilt counts nowhere; what was given outside is listed and in no figure. Live codes and codes from a recording are told apart, and two coders are independent where neither had seen the codes of others: what counts is what was in a coder’s sight when a press or an undo came in, not when it is said to have been made, and in doubt they are not independent. A coding that is imported is independent only where whoever brings it says so and did not code the session, and its coder is named and was neither at the session nor at its review; one with exactly another’s codes and times is refused.',
      source: '',
      confidence: 'ours',
      judgedBy: ['agreement'],
    },
    {
      id: 'PRA1',
      says: 'A practice run is scored against its clip’s key by REL1 and REL2, with what was missed, what was too much, and when. It is part of no family’s record.',
      source: '',
      confidence: 'ours',
      judgedBy: ['agreement'],
    },
    {
      id: 'PRA2',
      says: 'An attempt is scored on the server by what was pressed, and kept with its agreement and kappa. It is seen by whoever made it and by supervisors.',
      source: '',
      confidence: 'ours',
      judgedBy: ['permission'],
    },
    {
      id: 'PRA3',
      says: 'A clip’s key is sent to nobody but with the score of an attempt that was handed in. An attempt is opened first, and scored once. If it is handed in sooner than its clip lasts, by the server’s clock from its opening, it was not watched to the end: it is kept and marked, and counts for nothing. One at a clip whose key its coder was shown before is marked too, and counts.',
      source: '',
      confidence: 'ours',
      judgedBy: ['agreement', 'permission'],
    },
  ],
};
