import type { Locator, Page } from '@playwright/test';

/** A press on the page where the key was pressed, in ms of the wall clock. */
type Press = { readonly at: number; frames: number; isShown: boolean; shownAt: number | undefined };
/** A change that came to a page from elsewhere: when its document changed, and the next frame. */
type Told = { readonly at: number; frameAt: number | undefined };
type KeyTimes = { readonly presses: Press[]; readonly told: Told[] };

declare global {
  var earshotKeys: KeyTimes | undefined;
}

/** Runs in the page before anything else, so that it sees a key before the page does. */
export function installKeyTimes(): void {
  const times: KeyTimes = { presses: [], told: [] };
  globalThis.earshotKeys = times;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const press: Press = { at: performance.timeOrigin + timeStamp, frames: 0, isShown: false, shownAt: undefined };
      times.presses.push(press);
      const onFrame = () => {
        press.frames += 1;
        if (press.isShown) press.shownAt = performance.timeOrigin + performance.now();
        else requestAnimationFrame(onFrame);
      };
      requestAnimationFrame(onFrame);
    },
    { capture: true },
  );
}

/** Counts any change of text in this place as the answer to the last press. */
export function watchOwnPresses(place: Locator): Promise<void> {
  return place.evaluate((element) => {
    const observer = new MutationObserver(() => {
      const press = globalThis.earshotKeys?.presses.at(-1);
      if (press) press.isShown = true;
    });
    observer.observe(element, { subtree: true, childList: true, characterData: true });
  });
}

/** Counts each child added to this place as a received press. */
export function watchReceivedPresses(place: Locator): Promise<void> {
  return place.evaluate((element) => {
    const observer = new MutationObserver((changes) => {
      const at = performance.timeOrigin + performance.now();
      for (const { addedNodes } of changes) {
        addedNodes.forEach(() => {
          const told: Told = { at, frameAt: undefined };
          globalThis.earshotKeys?.told.push(told);
          requestAnimationFrame(() => (told.frameAt = performance.timeOrigin + performance.now()));
        });
      }
    });
    observer.observe(element, { childList: true });
  });
}

/** How long each press took, in ms from its key event. */
export type PressTimes = {
  readonly ownFrames: number[];
  readonly ownFrameMs: number[];
  readonly toldMs: number[];
  readonly toldFrameMs: number[];
};

/** Pairs presses with what was received, in order. Throws if one was not shown, because all pairs may then be wrong. */
export function pairTimes({ presses }: Pick<KeyTimes, 'presses'>, { told }: Pick<KeyTimes, 'told'>): PressTimes {
  if (told.length !== presses.length) throw new Error(`${presses.length} presses were shown ${told.length} times.`);
  const times: PressTimes = { ownFrames: [], ownFrameMs: [], toldMs: [], toldFrameMs: [] };
  presses.forEach(({ at, frames, shownAt }, index) => {
    const seen = told[index];
    if (shownAt === undefined || seen?.frameAt === undefined)
      throw new Error('A press was not shown where it was made.');
    times.ownFrames.push(frames);
    times.ownFrameMs.push(shownAt - at);
    times.toldMs.push(seen.at - at);
    times.toldFrameMs.push(seen.frameAt - at);
  });
  return times;
}

/** What a page has recorded since the last call. */
export function takeKeyTimes(page: Page): Promise<KeyTimes> {
  return page.evaluate(() => {
    const times = globalThis.earshotKeys ?? { presses: [], told: [] };
    return { presses: times.presses.splice(0), told: times.told.splice(0) };
  });
}
