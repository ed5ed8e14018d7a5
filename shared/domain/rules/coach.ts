import type { RuleArea } from './rule.ts';
import { TPICS } from './sources.ts';

export const COACH: RuleArea = {
  title: 'Coding the coach (TPC)',
  note: 'Directive statements work in the moment, responsive ones go with growth and with staying. None is bad.',
  rules: [
    {
      id: 'TPC1',
      says: 'A coach’s statement is directive (modeling, prompting, direction, drill), responsive (labeled praise, process comment, naming the skill, unlabeled praise) or corrective. It is coded by key, or by the type of the prompt that was sent, over the time of coaching; from 5 to 10 a minute is usual.',
      source: `Kinds: ${TPICS}, table 2. The rate is trainers’ advice, unconfirmed`,
      confidence: 'ours',
    },
    {
      id: 'TPC2',
      says: 'The responsive share is of all statements, corrections among the responsive, as in the source; from 50 % to 80 % is usual.',
      source: `${TPICS}, table 2; the range is ours`,
      confidence: 'ours',
    },
    {
      id: 'TPC3',
      says: 'Corrections are weighed against labeled praise of the parent: no more than 1 to 5.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'TPC4',
      says: 'A skill of the parent is answered when a statement begins within 5 s. The lag from skill to answer is to be at most 2 s in the median.',
      source: 'Trainers’ advice, unconfirmed',
      confidence: 'ours',
    },
    {
      id: 'TPC5',
      says: 'A skill that a statement was about was used again when it came within 10 s.',
      source: 'A lag analysis of coaching (2025); the 10 s are ours',
      confidence: 'ours',
    },
    {
      id: 'TPC6',
      says: 'The longest silence runs between statements, and from the begin of coaching to its end.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'TPC7',
      says: 'The ranges are for looking at. No source sets a standard, and what is coded of the coach is shown afterwards and to supervisors, never to a family, and never as a gate.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'TPC8',
      says: 'Talk-over is the time of coaching in which the coach’s voice was open to the parent while somebody in the room was speaking (TRN3). An open voice is taken for talk. Unknown where nobody listened for speech in the recording.',
      source: '',
      confidence: 'ours',
    },
  ],
};
