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
import { rule, type RuleArea } from './rule.ts';
import { DPICS_3 } from './sources.ts';

const QUERA = 'Quera, Bakeman and Gnisci (2007), abstract';
const BAKEMAN = 'Bakeman, Quera and Gnisci (2009)';

/** A cost, in units of one difference between codes. */
const costOf = (units: number) => String(units / COST_OF_DIFFERENCE);

/** Bands as text: "poor, from 0.40 fair, from 0.60 acceptable". */
function bandsOf(bands: readonly Band<string>[]): string {
  return bands.map(({ from, name }) => (from === -Infinity ? name : `from ${decimal(from)} ${name}`)).join(', ');
}

export const AGREEMENT: RuleArea = {
  title: 'Agreement of coders (REL) and practice (PRA)',
  rules: [
    rule('REL1', ['agreement'], {
      says: `The events of two coders are aligned in order, at the lowest total cost. The cost is ${costOf(1_000)} for each second between the two events of a pair, ${costOf(COST_OF_DIFFERENCE)} more if their codes differ, and ${costOf(COST_ALONE)} for an event without a partner. Two events further apart than the tolerance are never paired; the tolerance is ${seconds(TOLERANCE_MS)} unless another is chosen. If two alignments cost the same, the one with more agreements wins, then the one with more pairs. If they are still equal, the first place where they differ decides: a pair comes before a lone event, and a lone event of the reference before one of the trainee.`,
      source: `${QUERA}; the costs, the tolerance and the order of ties are ours`,
      confidence: 'ours',
    }),
    rule('REL2', ['agreement'], {
      says: `The headline figure is the share of aligned rows on which both coders agree. It passes at ${percent(AGREEMENT_PASSES)}.`,
      source:
        'A design assumption about the 80% that trainers use; no source that we could open says how they count it',
      confidence: 'assumed',
    }),
    rule('REL3', ['agreement'], {
      says: 'Kappa is given twice: over the paired rows, and over all rows with “nothing” (NIL) as a code of its own. A row where both coders gave nothing cannot be observed, so chance agreement comes from the quasi-independent table that iterative proportional fitting converges to. There is no kappa if there are no rows, or if chance alone would agree on all of them. PABAK (2 × observed − 1) is shown beside each kappa.',
      source: `${BAKEMAN}; Byrt, Bishop and Carlin (1993) for PABAK`,
      confidence: 'published',
    }),
    rule('REL4', ['agreement'], {
      says: `The lag is the median time from a code of the reference to the trainee’s nearest code of the same kind, at most ${seconds(LONGEST_LAG_MS)} either way. On request, the trainee’s codes are shifted back by the lag before they are aligned, and the report says so.`,
    }),
    rule('REL5', ['agreement'], {
      says: `Each code is shown with three figures: how often each coder gave it, its agreements out of all rows in which either coder gave it, and its kappa against all other codes. A code that the reference gave fewer than ${FEWEST_FOR_KAPPA} times has no kappa of its own; such codes are grouped by class: to do, to avoid, neutral. A code that neither coder gave has no figure.`,
      source: `${DPICS_3}: rare codes tend to have low kappas; the 5 is ours`,
      confidence: 'ours',
    }),
    rule('REL6', ['agreement'], {
      says: 'Count agreement is the sum of each code’s smaller count divided by the sum of its larger count. It uses no times.',
    }),
    rule('REL7', ['agreement'], {
      says: `A kappa reads as ${bandsOf(KAPPA_BANDS)}.`,
      source: `${DPICS_3} for 0.40; the others are conventions`,
      confidence: 'reported',
    }),
    rule('REL8', ['agreement'], {
      says: `Across windows, counts are compared by the intraclass correlation of single coders, both for absolute agreement and for consistency. Both ends of its 95% interval decide how it reads: ${bandsOf(ICC_BANDS)}. With fewer than ${FEWEST_FOR_ICC} windows it is shown in gray.`,
      source: 'McGraw and Wong (1996); Koo and Li (2016); the 5 windows are ours',
      confidence: 'published',
    }),
    rule('REL9', ['agreement'], {
      says: 'A comparison uses the codes that each coder gave for the parent, as given. Codes that the coder undid are left out, corrections by a review are ignored, and a window that is void for either coder is left out for both. In a session, only the time in which the window’s clock ran is compared. In transcripts, only the time that the windows of both files share is compared, commands marked as interrupted by a gap are left out, and codes outside the shared time are listed without a figure. Live codes and codes from a recording are kept apart. Two coders are independent if neither had seen anybody else’s codes. This depends on what the coder could see when a press or an undo arrived, not on the time that it claims; in doubt, the coders are not independent. An imported coding is independent only if the person who imports it says so and did not code the session, and if its coder is named and was neither at the session nor at its review. An imported coding with exactly the codes and times of another is refused.',
    }),
    rule('PRA1', ['agreement'], {
      says: 'A practice attempt is scored against the key of its clip by REL1 and REL2. The result shows which codes were missed, which were extra, and when. It is never part of a family’s record.',
    }),
    rule('PRA2', ['permission'], {
      says: 'The server scores an attempt from the keys that were pressed, and keeps it with its agreement and kappa. Only the person who made it and the supervisors of their teams can see it.',
    }),
    rule('PRA3', ['agreement', 'permission'], {
      says: 'The key of a clip is sent only with the score of a submitted attempt. An attempt is opened first, and scored once. If the server’s clock shows that it was submitted sooner than the clip lasts, the clip was not watched to the end: the attempt is kept and marked, and does not count. An attempt by a coder who had already seen the key is marked too, and counts.',
    }),
  ],
};
