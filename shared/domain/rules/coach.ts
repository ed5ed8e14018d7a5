import { COACH_BANDS, type CoachFigure } from '../coaching/coachBands.ts';
import { ANSWER_WITHIN_MS, REUSE_WITHIN_MS } from '../coaching/coachMetrics.ts';
import { percent, seconds } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';
import { TPICS } from './sources.ts';

/** The range of a figure, from 0 if it has no lower end. Throws if the figure has no upper end. */
function band(figure: CoachFigure): { readonly from: number; readonly to: number } {
  const found = COACH_BANDS.find((one) => one.figure === figure);
  if (found?.to === undefined) throw new Error(`There is no range for ${figure}.`);
  return { from: found.from ?? 0, to: found.to };
}

export const COACH: RuleArea = {
  title: 'Coding the coach (TPC)',
  note: 'Directive statements work in the moment. Responsive statements are linked to growth and to families staying in treatment. No kind of statement is bad.',
  rules: [
    rule('TPC1', ['coder', 'coaching'], {
      says: `A coach’s statement is directive (modeling, prompting, direction, drill), responsive (labeled praise, process comment, naming the skill, unlabeled praise) or corrective. It is coded by key, or by the type of the prompt that was sent. The rate counts the time of coaching; ${band('perMinute').from} to ${band('perMinute').to} statements a minute are usual.`,
      source: `Kinds: ${TPICS}, table 2. The rate is trainers’ advice, unconfirmed`,
      confidence: 'ours',
    }),
    rule('TPC2', ['coaching'], {
      says: `The responsive share is the share of responsive statements among all statements. Corrections count as responsive, as in the source. ${percent(band('responsiveShare').from)} to ${percent(band('responsiveShare').to)} is usual.`,
      source: `${TPICS}, table 2; the range is ours`,
      confidence: 'ours',
    }),
    rule('TPC3', ['coaching'], {
      says: `Corrections are compared with the coach’s labeled praise of the parent. The range ends at one correction for ${1 / band('correctiveToPraise').to} praises.`,
    }),
    rule('TPC4', ['coaching'], {
      says: `A parent’s skill is answered if a statement begins within ${seconds(ANSWER_WITHIN_MS)}. The median time from skill to answer should be at most ${seconds(band('medianLagMs').to)}.`,
      source: 'Trainers’ advice, unconfirmed',
      confidence: 'ours',
    }),
    rule('TPC5', ['coaching'], {
      says: `A skill was used again if the parent showed it within ${seconds(REUSE_WITHIN_MS)} of a statement about it.`,
      source: 'A lag analysis of coaching (2025); the time is ours',
      confidence: 'ours',
    }),
    rule('TPC6', ['coaching'], {
      says: 'The longest silence is the longest time between two statements, or between a statement and the start or end of coaching.',
    }),
    rule('TPC7', ['coaching'], {
      says: 'The ranges are for reflection; no source sets a standard. What is coded of the coach is shown after the session and to supervisors. It is never shown to a family and never decides about the next stage.',
    }),
    rule('TPC8', ['coaching'], {
      says: 'Talk-over is the time of coaching in which the coach’s microphone was on for the parent while someone in the room was speaking (TRN3). The coach is assumed to be talking whenever the microphone is on. The figure is unknown if the recording was not searched for speech.',
    }),
  ],
};
