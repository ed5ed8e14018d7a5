import type { PressId } from '#shared/protocol/ids.ts';
import { heardInOrder } from './heardInOrder.ts';
import type { SessionTime } from './sessionTime.ts';

/** When presses were made, in session time. Those whose clock was unsure are stamped anew once it is measured. Rule CLK2. */
export type PressStamps = {
  /** The stamp of a press at a moment of the local clock. */
  readonly stamp: (pressId: PressId, local: number) => { readonly pressedAt: number; readonly heardDelayMs: number };
  /** The clock was measured: what is known better now. */
  readonly mended: () => readonly { readonly pressId: PressId; readonly pressedAt: number }[];
};

export function createPressStamps(time: SessionTime, heardDelayMs: () => number): PressStamps {
  const unsure = new Map<PressId, { readonly local: number; readonly epoch: number }>();
  let lastHeardAt = 0;

  const pressedAt = (local: number) => Math.max(0, time.at(local));

  return {
    stamp(pressId, local) {
      if (!time.isMeasured()) unsure.set(pressId, { local, epoch: time.epoch() });
      const press = heardInOrder({ pressedAt: pressedAt(local), heardDelayMs: heardDelayMs() }, lastHeardAt);
      lastHeardAt = press.pressedAt - press.heardDelayMs;
      return press;
    },

    mended() {
      const ofThisEpoch = [...unsure].filter(([, { epoch }]) => epoch === time.epoch());
      unsure.clear();
      // What was stamped ahead of the true time must not hold back the next.
      lastHeardAt = Math.min(lastHeardAt, Math.max(0, time.now()));
      return ofThisEpoch.map(([pressId, { local }]) => ({ pressId, pressedAt: pressedAt(local) }));
    },
  };
}
