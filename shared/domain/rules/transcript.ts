import { CODED_WITHIN_MS } from '../speech/codedWithin.ts';
import { FRAME_MS, SPEECH_LIMITS } from '../speech/segmentSpeech.ts';
import { UNCODED } from '../speech/uncodedSpeech.ts';
import { percent, seconds } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';

export const TRANSCRIPT: RuleArea = {
  title: 'The coded transcript (TRN)',
  rules: [
    rule('TRN1', ['reader'], {
      says: 'A coded transcript is read as a whole. Events are ordered by time; events at the same time keep the order of the file.',
    }),
    rule('TRN2', ['reader'], {
      says: 'A transcript that breaks its format anywhere is refused as a whole. The answer names the place of every fault, and nothing is imported.',
    }),
    rule('TRN6', ['reader'], {
      says: 'The criteria of a transcript name a set, which means the newest revision of its scoring, or one exact revision (pcit-2011-r1, pcit-2011-r2). Exports always name the exact revision.',
    }),
    rule('TRN3', ['speech'], {
      says: `A model rates each frame of ${FRAME_MS} ms. Speech begins at a probability of ${percent(SPEECH_LIMITS.speech)} or more and continues while it stays at ${percent(SPEECH_LIMITS.quiet)} or more. A pause of ${SPEECH_LIMITS.pauseMs} ms ends it. Anything shorter than ${SPEECH_LIMITS.shortestMs} ms is ignored. The result says that somebody spoke, not who or what.`,
      source: 'Thresholds: the defaults of Silero’s model. The pause and the shortest length are ours',
      confidence: 'ours',
    }),
    rule('TRN4', ['speech'], {
      says: `Speech is marked as not coded if somebody spoke for ${seconds(UNCODED.leastMs)} or longer without a code from ${seconds(UNCODED.joinMs)} before it to ${seconds(UNCODED.withinMs)} after it. Only the time of a running window counts, and the time in which the lead coach was coding during coaching. Spans less than ${seconds(UNCODED.joinMs)} apart are joined. The mark asks for a second look and is not a fault.`,
    }),
    rule('TRN5', ['speech'], {
      says: `A machine transcript of speech is shown beside the first code that was given between its start and ${seconds(CODED_WITHIN_MS)} after its end. Without such a code it stands alone. Words that a person typed take precedence.`,
    }),
  ],
};
