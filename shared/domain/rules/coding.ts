import { COMMAND_SEQUENCE } from '../programs/pcit/commandSequence.ts';
import { ONE_THOUGHT_MS } from '../codingHint.ts';
import { seconds } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';
import { DPICS_3, DPICS_3_AND_TC } from './sources.ts';

export const CODING: RuleArea = {
  title: 'Coding (COD) and hints to the coder (HNT)',
  rules: [
    rule('COD1', ['programs'], {
      says: 'The live pad of the standard program holds TA, BD, RF, LP, UP, QU, DC, IC and NTA. Each code has one place and its own keys. The choice of keys is ours, after a published phone counter.',
      source: `${DPICS_3}, its categories; weekly clinical subset`,
      confidence: 'published',
    }),
    rule('COD2', ['scoring'], {
      says: 'The record counts each standing code whose coder was the lead coach when the key was pressed, no matter when the press arrived. Only the coder who gave a code can undo it.',
    }),
    rule('COD3', ['coder', 'scoring'], {
      says: 'If an utterance fits two codes at once, the one earlier in the order of priority is coded: NTA, DC, IC, LP, UP, QU (IQ, DQ), RF, BD, TA.',
      source: `${DPICS_3}, table 15`,
      confidence: 'published',
    }),
    rule('COD4', ['coder', 'scoring'], {
      says: 'If the coder is unsure which of two codes fits, the one later in the order of priority is coded. Labeled praise is never chosen this way, because too much of it could wrongly pass mastery; this exception is ours. Both candidates are kept.',
      source: `${DPICS_3}, decision rules`,
      confidence: 'published',
    }),
    rule('COD5', ['coder'], {
      says: 'A child’s response is coded only after a command. An unsure response is coded as no chance to comply, or as compliance if the doubt is between compliance and noncompliance.',
      source: DPICS_3,
      confidence: 'published',
    }),
    rule('COD6', ['coder'], {
      says: 'A question that repeats or describes is coded as a question, never as a reflection or a description. IQ and DQ count as QU.',
      source: DPICS_3,
      confidence: 'published',
    }),
    rule('HNT1', ['console', 'coder'], {
      says: `If the same parent code is pressed twice less than ${seconds(ONE_THOUGHT_MS)} apart, the console asks: one thought, or two? The question disappears after ${seconds(ONE_THOUGHT_MS)} and blocks nothing; the coder decides.`,
      source: `${DPICS_3_AND_TC}: the 2-second rule. The hint itself is ours`,
      confidence: 'ours',
    }),
    rule('HNT2', ['console', 'coder'], {
      says: `After a command the child has ${seconds(COMMAND_SEQUENCE.clocks.responseMs)} to answer. If no answer was coded by then, the console asks for it. If the next command came sooner, the console says so. Neither blocks anything. A behavior that ended longer ago than that is no longer described; this is for the coder to watch.`,
      source: `${DPICS_3_AND_TC}: the 5-second rules. The hint itself is ours`,
      confidence: 'ours',
    }),
  ],
};
