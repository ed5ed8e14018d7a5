import { rule, type RuleArea } from './rule.ts';
import { ASSESSABLE_MS } from '../codingWindow.ts';
import { LOST_AFTER_MS } from '../sight.ts';
import { GATED_SILENT_AFTER_MS, SILENT_AFTER_MS } from '../silence.ts';
import { FLAGGED_GAP_MS, VOID_GAP_MS, VOID_GAPS } from '../windowStanding.ts';
import { minutes, seconds } from './figures.ts';
import { DPICS_3_AND_TC } from './sources.ts';

export const WINDOWS: RuleArea = {
  title: 'Windows of coding (WIN), answers (ANS)',
  rules: [
    rule('WIN1', ['scoring'], {
      says: `Coded time is the sum of the spans in which the window’s clock ran. The clock stops while coding is paused, and never runs past the window’s length; that cap is ours. A window of ${minutes(ASSESSABLE_MS)} can be assessed once its full length was coded, to the millisecond. A shorter window is shown and never extrapolated.`,
      source: 'DPICS: five coded minutes',
      confidence: 'published',
    }),
    rule('WIN2', ['scoring'], {
      says: 'A code counts in a window if the moment it was heard lies in one of its spans. The first moment of a span is included and the last is not. When the press arrived makes no difference.',
    }),
    rule('WIN3', ['scoring'], {
      says: `The clock stops when the child is in time-out. It starts again with the first event after the release, until the full ${minutes(ASSESSABLE_MS)} are coded.`,
      source: DPICS_3_AND_TC,
      confidence: 'published',
    }),
    rule('WIN4', ['scoring'], {
      says: `A gap stops the clock. There is a gap if the lead coach or the family’s room is cut off or has left, or if no picture or no sound of the room reached the lead coach’s page for ${seconds(LOST_AFTER_MS)}. A microphone that sends only zeros counts as no sound after ${seconds(SILENT_AFTER_MS)}, or after ${seconds(GATED_SILENT_AFTER_MS)} if it also sends zeros between words. If the room has several devices, one picture and one sound are enough, and each outdated picture is marked. A gap lasts from the last picture or sound until the next. A gap under ${seconds(FLAGGED_GAP_MS)} is noted. From ${seconds(FLAGGED_GAP_MS)} on, the window is flagged. With more than ${seconds(VOID_GAP_MS)} in total, or more than ${VOID_GAPS} gaps, the window is void.`,
    }),
    rule('WIN5', ['scoring'], {
      says: 'A void window does not count, and stays in the record with its reason. Another can be started. A command whose sequence was interrupted by a gap does not count either.',
    }),
    rule('ANS1', ['scoring'], {
      says: 'A child’s event is answered if one of the named codes follows in time, or if nothing is said and silence is an answer. An event that is not answered yet but still can be is left out.',
    }),
    rule('ANS2', ['scoring'], {
      says: 'Having nothing to answer is not a failure. In the sister programs, from their second version on, a criterion without any event to answer is left out of the verdict, and the report says so. A phase without any such event cannot be assessed. In PCIT, a share of nothing is not met (PDI6).',
    }),
    rule('ANS3', ['scoring'], {
      says: 'Some codes say by themselves that a chance was taken. Such a code counts as a chance taken, however late it comes. A chance without such a code within a minute was missed; a chance that can still be taken is left out.',
    }),
  ],
};
