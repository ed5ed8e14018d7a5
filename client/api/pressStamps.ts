import type { PressId } from '#shared/protocol/ids.ts';
import { keepPressOrder } from './keepPressOrder.ts';
import type { SessionTime } from './sessionTime.ts';

/** When presses were made, in session time. Presses made while the clock was unsure are corrected later. Rule CLK2. */
type PressStamps = {
  readonly stamp: (pressId: PressId, local: number) => { readonly pressedAt: number; readonly heardDelayMs: number };
  /** The time of a press that does not code words, for example a judgment. */
  readonly moment: (pressId: PressId, local: number) => number;
  /** Call when the clock was measured. Returns the times that are now better known. */
  readonly corrected: () => readonly { readonly pressId: PressId; readonly pressedAt: number }[];
};

export function createPressStamps(time: SessionTime, heardDelayMs: () => number): PressStamps {
  const unsure = new Map<PressId, { readonly local: number; readonly epoch: number }>();
  let lastHeardAt = 0;

  const pressedAt = (local: number) => Math.max(0, time.at(local));

  function moment(pressId: PressId, local: number): number {
    if (!time.isMeasured()) unsure.set(pressId, { local, epoch: time.epoch() });
    return pressedAt(local);
  }

  return {
    moment,
    stamp(pressId, local) {
      const press = keepPressOrder({ pressedAt: moment(pressId, local), heardDelayMs: heardDelayMs() }, lastHeardAt);
      lastHeardAt = press.pressedAt - press.heardDelayMs;
      return press;
    },

    corrected() {
      const ofThisEpoch = [...unsure].filter(([, { epoch }]) => epoch === time.epoch());
      unsure.clear();
      // A press whose time was estimated too late must not delay the next one.
      lastHeardAt = Math.min(lastHeardAt, Math.max(0, time.now()));
      return ofThisEpoch.map(([pressId, { local }]) => ({ pressId, pressedAt: pressedAt(local) }));
    },
  };
}
