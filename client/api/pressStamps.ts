import type { PressId } from '#shared/protocol/ids.ts';
import { heardInOrder } from './heardInOrder.ts';
import type { SessionTime } from './sessionTime.ts';

/** When presses were made, in session time. Those whose clock was unsure are stamped anew once it is measured. Rule CLK2. */
type PressStamps = {
  /** The stamp of a press at a moment of the local clock. */
  readonly stamp: (pressId: PressId, local: number) => { readonly pressedAt: number; readonly heardDelayMs: number };
  /** When a press was made that is of no words, at a moment of the local clock. */
  readonly moment: (pressId: PressId, local: number) => number;
  /** The clock was measured: what is known better now. */
  readonly mended: () => readonly { readonly pressId: PressId; readonly pressedAt: number }[];
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
      const press = heardInOrder({ pressedAt: moment(pressId, local), heardDelayMs: heardDelayMs() }, lastHeardAt);
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
