import { COMMAND_SEQUENCE } from '../programs/pcit/commandSequence.ts';
import { ONE_THOUGHT_MS } from '../codingHint.ts';
import { seconds } from './figures.ts';
import type { RuleArea } from './rule.ts';
import { DPICS_3, DPICS_3_AND_TC } from './sources.ts';

export const CODING: RuleArea = {
  title: 'Coding (COD) and hints to the coder (HNT)',
  note: '',
  rules: [
    {
      id: 'COD1',
      says: 'The live pad of the standard program holds TA, BD, RF, LP, UP, QU, DC, IC, NTA; each code has one place and keys of its own. The keys are ours, after a published phone counter.',
      source: `${DPICS_3}, its categories; weekly clinical subset`,
      confidence: 'published',
      judgedBy: ['programs'],
    },
    {
      id: 'COD2',
      says: 'The record counts the codes that stand and whose coder was the lead coach when the key was pressed, whenever the press arrived. A code is undone by its own coder only.',
      source: '',
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
    {
      id: 'COD3',
      says: 'Where an utterance is two things at once, the higher of the two in the order of priority is coded: NTA, DC, IC, LP, UP, QU (IQ, DQ), RF, BD, TA.',
      source: `${DPICS_3}, table 15`,
      confidence: 'published',
      judgedBy: ['coder', 'scoring'],
    },
    {
      id: 'COD4',
      says: 'Where the coder is unsure which of two it is, the lower in that order is coded, and never labeled praise, of which too many could wrongly pass mastery. Both candidates are kept. The exception for labeled praise is ours.',
      source: `${DPICS_3}, decision rules`,
      confidence: 'published',
      judgedBy: ['coder', 'scoring'],
    },
    {
      id: 'COD5',
      says: 'A child’s response is coded only after a command, and unsure responses are settled as no chance to comply, or as compliance between the other two.',
      source: DPICS_3,
      confidence: 'published',
      judgedBy: ['coder'],
    },
    {
      id: 'COD6',
      says: 'A question that repeats or describes is a question, never a reflection or a description. IQ and DQ count as QU.',
      source: DPICS_3,
      confidence: 'published',
      judgedBy: ['coder'],
    },
    {
      id: 'HNT1',
      says: `Two presses of the same code of the parent’s less than ${seconds(ONE_THOUGHT_MS)} apart draw a gentle question: one thought, or two? It goes after ${seconds(ONE_THOUGHT_MS)} and never blocks; whoever codes decides.`,
      source: `${DPICS_3_AND_TC}: the 2-second rule. The hint itself is ours`,
      confidence: 'ours',
      judgedBy: ['console', 'coder'],
    },
    {
      id: 'HNT2',
      says: `A command leaves the child ${seconds(COMMAND_SEQUENCE.clocks.responseMs)}. The console asks where no answer was coded by then, and says where the next command came sooner; it never blocks. What ended as long ago is no longer described: that is for whoever codes.`,
      source: `${DPICS_3_AND_TC}: the 5-second rules. The hint itself is ours`,
      confidence: 'ours',
      judgedBy: ['console', 'coder'],
    },
  ],
};
