import { CODED_WITHIN_MS } from '../speech/codedWithin.ts';
import { FRAME_MS, SPEECH_LIMITS } from '../speech/segmentSpeech.ts';
import { UNCODED } from '../speech/uncodedSpeech.ts';
import { percent, seconds } from './figures.ts';
import type { Judge } from './judges.ts';
import type { RuleArea } from './rule.ts';

const rule = (id: string, says: string, judge: Judge = 'reader') => {
  return { id, says, source: '', confidence: 'ours' as const, judgedBy: [judge] as const };
};

export const TRANSCRIPT: RuleArea = {
  title: 'The coded transcript (TRN)',
  note: '',
  rules: [
    rule(
      'TRN1',
      'A coded transcript is read whole: events by their time, those of one moment in the order of the file.',
    ),
    rule(
      'TRN2',
      'A transcript that breaks its format anywhere is refused whole, with the place of every fault, and nothing of it is taken.',
    ),
    rule(
      'TRN6',
      'The criteria of a transcript name a set, which stands for the newest revision of its scoring, or one revision exactly (pcit-2011-r1, pcit-2011-r2). Exports name it exactly.',
    ),
    {
      id: 'TRN3',
      says: `Speech is what a model takes for it with ${percent(SPEECH_LIMITS.speech)} or more, frame by frame of ${FRAME_MS} ms, and goes on while it stays at ${percent(SPEECH_LIMITS.quiet)}. A pause of ${SPEECH_LIMITS.pauseMs} ms ends it; what is shorter than ${SPEECH_LIMITS.shortestMs} ms is no speech. It says that somebody spoke, not who and not what.`,
      source: 'Thresholds: the defaults of Silero’s model. Pause and least length are ours',
      confidence: 'ours',
      judgedBy: ['speech'],
    },
    rule(
      'TRN4',
      `Speech was not coded where somebody spoke for ${seconds(UNCODED.leastMs)} or longer while a window ran, or while the lead coach was coding in coaching, and no code was given from ${seconds(UNCODED.joinMs)} before it until ${seconds(UNCODED.withinMs)} after it. Stretches less than ${seconds(UNCODED.joinMs)} apart are one. It asks for a second look; it is no fault.`,
      'speech',
    ),
    rule(
      'TRN5',
      `The words that were written down by machine stand beside the first code that was given from their begin until ${seconds(CODED_WITHIN_MS)} after their end, and by themselves where there is none. Words that somebody typed go first.`,
      'speech',
    ),
  ],
};
