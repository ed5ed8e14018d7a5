import type { Page } from '@playwright/test';
import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import type { RecordedTake } from '#shared/protocol/recording.ts';
import { median } from './bench/statistics.ts';
import type { PressOnFrame } from './pressOnFrames.ts';
import { recordedFrames } from './recordedFrames.ts';
import { fetchTake, reviewOf } from './reviewSteps.ts';

/** The length of the fake family's film, in ms. After that its frames repeat. */
export const FILM_MS = 60_000;
/** The length of one picture of the film. */
const FRAME_MS = 1_000 / 15;

type Pressed = { readonly sessionId: string; readonly take: RecordedTake; readonly pressedOn: readonly PressOnFrame[] };

/** How far each code stands from the picture that it was pressed on, in ms, the nearest first. Rule RCD4. */
export async function codeErrors(page: Page, { sessionId, take, pressedOn }: Pressed): Promise<readonly number[]> {
  const frames = await recordedFrames(await fetchTake(page, sessionId, take));
  const { codes } = await reviewOf(page, sessionId);
  const presses = codes.flatMap(({ heardAt }, index) => {
    const press = pressedOn[index];
    const shownAt = frames
      .filter(({ frame }) => frame === press?.frame)
      .map(({ mediaMs }) => sessionTimeAt(take.timeMap, mediaMs))
      .find((at) => Math.abs(at - heardAt) < FILM_MS / 2);
    if (press?.frame === undefined || shownAt === undefined) return [];
    return [{ errorMs: Math.abs(shownAt - heardAt), aheadMs: press.senderMs - shownAt }];
  });
  // If the next picture came before the number was read, the number is not that of the picture pressed on.
  if (presses.length === 0) return [];
  const usual = median(presses.map(({ aheadMs }) => aheadMs));
  return presses
    .filter(({ aheadMs }) => Math.abs(aheadMs - usual) < FRAME_MS / 2)
    .map(({ errorMs }) => errorMs)
    .toSorted((one, other) => one - other);
}
