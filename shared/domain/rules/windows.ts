import type { RuleArea } from './rule.ts';
import { ASSESSABLE_MS } from '../codingWindow.ts';
import { LOST_AFTER_MS } from '../sight.ts';
import { GATED_SILENT_AFTER_MS, SILENT_AFTER_MS } from '../silence.ts';
import { FLAGGED_GAP_MS, VOID_GAP_MS, VOID_GAPS } from '../windowStanding.ts';
import { minutes, seconds } from './figures.ts';
import { DPICS_3_AND_TC } from './sources.ts';

export const WINDOWS: RuleArea = {
  title: 'Windows of coding (WIN), answers (ANS)',
  note: '',
  rules: [
    {
      id: 'WIN1',
      says: `Coded time is the sum of the stretches in which the window’s clock ran. The clock stands still while coding is paused and never runs past the window’s length, a cap of ours. A window of ${minutes(ASSESSABLE_MS)} can be assessed once all of it was coded, to the millisecond; less is shown and never extrapolated.`,
      source: 'DPICS: five coded minutes',
      confidence: 'published',
      judgedBy: ['scoring'],
    },
    {
      id: 'WIN2',
      says: 'A code counts in a window when the moment it was heard lies in one of its stretches, their first moment included and their last not, whenever it arrived.',
      source: '',
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
    {
      id: 'WIN3',
      says: `The clock stops when the child is in time-out and goes on with the first thing after the release, until the full ${minutes(ASSESSABLE_MS)} are coded.`,
      source: DPICS_3_AND_TC,
      confidence: 'published',
      judgedBy: ['scoring'],
    },
    {
      id: 'WIN4',
      says: `A gap stops the clock: the lead coach or the family’s room is cut off or has left, or for ${seconds(LOST_AFTER_MS)} no picture or no sound of the room came to the lead coach’s page. A microphone that gives nothing but zeros gives no sound: after ${seconds(SILENT_AFTER_MS)}, or after ${seconds(GATED_SILENT_AFTER_MS)} where it gives zeros between words. With several devices in the room one picture and one sound are enough, and each picture that is not of now is marked. It lasts from the last that came until it comes again. Under ${seconds(FLAGGED_GAP_MS)} it is only noted; from ${seconds(FLAGGED_GAP_MS)} on the window is flagged; with more than ${seconds(VOID_GAP_MS)} in all, or more than ${VOID_GAPS} gaps, the window is void.`,
      source: '',
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
    {
      id: 'WIN5',
      says: 'A void window counts nowhere and stays in the record with its reason; another can be started. A command whose sequence a gap spoilt counts nowhere either.',
      source: '',
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
    {
      id: 'ANS1',
      says: 'Something of the child’s is answered when one of the named codes comes in time, or nothing is said at all where silence is an answer. What was not answered yet, and still may be, is left out.',
      source: '',
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
    {
      id: 'ANS2',
      says: 'Nothing to answer is not a failure: in the sister programs, from their second version on, a criterion over what did not arise is left out of the verdict and told as such. A phase of which nothing arose cannot be assessed. In PCIT a share over nothing is not met (PDI6).',
      source: '',
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
    {
      id: 'ANS3',
      says: 'Where a code says by itself that a chance was taken, it counts as one, however late it comes. A chance that none follows within a minute was missed; one that still may be taken is left out.',
      source: '',
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
  ],
};
