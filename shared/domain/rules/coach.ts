import { COACH_BANDS, type CoachFigure } from '../coaching/coachBands.ts';
import { ANSWER_WITHIN_MS, REUSE_WITHIN_MS } from '../coaching/coachMetrics.ts';
import { percent, seconds } from './figures.ts';
import type { RuleArea } from './rule.ts';
import { TPICS } from './sources.ts';

/** The range of a figure; 0 where it has no lower end. */
function band(figure: CoachFigure): { readonly from: number; readonly to: number } {
  const found = COACH_BANDS.find((one) => one.figure === figure);
  if (found?.to === undefined) throw new Error(`There is no range for ${figure}.`);
  return { from: found.from ?? 0, to: found.to };
}

export const COACH: RuleArea = {
  title: 'Coding the coach (TPC)',
  note: 'Directive statements work in the moment, responsive ones go with growth and with staying. None is bad.',
  rules: [
    {
      id: 'TPC1',
      says: `A coach’s statement is directive (modeling, prompting, direction, drill), responsive (labeled praise, process comment, naming the skill, unlabeled praise) or corrective. It is coded by key, or by the type of the prompt that was sent, over the time of coaching; from ${band('perMinute').from} to ${band('perMinute').to} a minute is usual.`,
      source: `Kinds: ${TPICS}, table 2. The rate is trainers’ advice, unconfirmed`,
      confidence: 'ours',
      judgedBy: ['coder', 'coaching'],
    },
    {
      id: 'TPC2',
      says: `The responsive share is of all statements, corrections among the responsive, as in the source; from ${percent(band('responsiveShare').from)} to ${percent(band('responsiveShare').to)} is usual.`,
      source: `${TPICS}, table 2; the range is ours`,
      confidence: 'ours',
      judgedBy: ['coaching'],
    },
    {
      id: 'TPC3',
      says: `Corrections are weighed against labeled praise of the parent: no more than one to ${1 / band('correctiveToPraise').to}.`,
      source: '',
      confidence: 'ours',
      judgedBy: ['coaching'],
    },
    {
      id: 'TPC4',
      says: `A skill of the parent is answered when a statement begins within ${seconds(ANSWER_WITHIN_MS)}. The lag from skill to answer is to be at most ${seconds(band('medianLagMs').to)} in the median.`,
      source: 'Trainers’ advice, unconfirmed',
      confidence: 'ours',
      judgedBy: ['coaching'],
    },
    {
      id: 'TPC5',
      says: `A skill that a statement was about was used again when it came within ${seconds(REUSE_WITHIN_MS)}.`,
      source: 'A lag analysis of coaching (2025); the time is ours',
      confidence: 'ours',
      judgedBy: ['coaching'],
    },
    {
      id: 'TPC6',
      says: 'The longest silence runs between statements, and from the begin of coaching to its end.',
      source: '',
      confidence: 'ours',
      judgedBy: ['coaching'],
    },
    {
      id: 'TPC7',
      says: 'The ranges are for looking at. No source sets a standard, and what is coded of the coach is shown afterwards and to supervisors, never to a family, and never as a gate.',
      source: '',
      confidence: 'ours',
      judgedBy: ['coaching'],
    },
    {
      id: 'TPC8',
      says: 'Talk-over is the time of coaching in which the coach’s voice was open to the parent while somebody in the room was speaking (TRN3). An open voice is taken for talk. Unknown where nobody listened for speech in the recording.',
      source: '',
      confidence: 'ours',
      judgedBy: ['coaching'],
    },
  ],
};
