import type { Page } from '@playwright/test';
import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import type { RecordedTake } from '#shared/protocol/recording.ts';
import { recordedFrames } from './recordedFrames.ts';
import { fetchTake } from './reviewSteps.ts';

/** When the last picture of a take was, in session time. Rejects if the take does not play. */
export async function lastPictureOf(page: Page, sessionId: string, take: RecordedTake): Promise<number> {
  const frames = await recordedFrames(await fetchTake(page, sessionId, take));
  if (frames.length === 0) throw new Error('The take has no picture.');
  return sessionTimeAt(take.timeMap, Math.max(...frames.map(({ mediaMs }) => mediaMs)));
}
