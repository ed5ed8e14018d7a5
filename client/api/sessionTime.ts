import { type ClockOffset, type ClockSample, estimateOffset } from '#shared/domain/sessionClock.ts';

/** Enough round trips that one of them is likely to meet no traffic. */
const SAMPLES = 6;

/** How far a machine's two clocks may drift from each other between two looks, in ms, before one of them has jumped. */
const JUMP_MS = 250;

/** How far an offset may lie outside of what a new answer allows, in ms: clocks drift a little in between. */
const DRIFT_MS = 20;

/** The most that an answer which was worked on meanwhile may be wrong by, in ms, to be a measurement. */
const SURE_MS = 200;

type SessionTimePorts = {
  /** A clock that never runs backwards, in ms. It may stop while the machine sleeps. */
  readonly localNow: () => number;
  /** The wall clock, in ms. It does not stop, and may be set. */
  readonly wallNow: () => number;
  /** Asks the server's session clock. Undefined where it did not answer. */
  readonly readServer: () => Promise<number | undefined>;
  /** Told when the offset was measured anew. */
  readonly onMeasured: () => void;
};

/**
 * Session time as this machine knows it, in ms. The two clocks of a machine part when it sleeps, or when one of them is
 * set. From then on the offset that was measured is worth nothing by itself: until it is measured again, times are given
 * as if the machine had slept, and known to be unsure. Rule CLK1.
 */
export type SessionTime = {
  readonly now: () => number;
  /** The session time of a moment of the local clock. */
  readonly at: (local: number) => number;
  /** Grows with each jump: what was timed in one epoch is mended by an offset of the same epoch alone. */
  readonly epoch: () => number;
  /** Whether the offset was measured since the last jump. */
  readonly isMeasured: () => boolean;
  /** Asks something whose answer may tell the server's time, and learns the time from it, unless it was long on its way. */
  readonly learnFrom: <T>(ask: () => Promise<T>, timeIn: (answer: T) => number | undefined) => Promise<T>;
  /** Measures the offset by several round trips. */
  readonly measure: () => Promise<void>;
};

export function createSessionTime({ localNow, wallNow, readServer, onMeasured }: SessionTimePorts): SessionTime {
  let offset: ClockOffset | undefined;
  let apart = wallNow() - localNow();
  let epoch = 0;
  let measuredEpoch = -1;
  let sleptMs = 0;
  let begun = 0;
  let taken = 0;

  /** Notices that the clocks have parted since the last look. */
  function look(): number {
    const now = wallNow() - localNow();
    if (Math.abs(now - apart) > JUMP_MS) {
      sleptMs += now - apart;
      apart = now;
      epoch += 1;
    }
    return epoch;
  }

  function take(measured: ClockOffset): void {
    offset = measured;
    apart = wallNow() - localNow();
    measuredEpoch = epoch;
    sleptMs = 0;
    onMeasured();
  }

  /** One round trip; undefined where the machine slept through a part of it. */
  async function trip<T>(ask: () => Promise<T>, timeIn: (answer: T) => number | undefined) {
    const before = look();
    const sentAt = localNow();
    const answer = await ask();
    const receivedAt = localNow();
    const isWhole = look() === before;
    const serverTime = timeIn(answer);
    const sample = serverTime !== undefined && isWhole ? { sentAt, serverTime, receivedAt } : undefined;
    return { answer, sample, epoch: before };
  }

  /** Whether what was measured before can still be so, by a new answer. */
  function stillHolds({ sentAt, serverTime, receivedAt }: ClockSample): boolean {
    if (offset === undefined || measuredEpoch !== epoch) return false;
    return offset.offset >= serverTime - receivedAt - DRIFT_MS && offset.offset <= serverTime - sentAt + DRIFT_MS;
  }

  const at = (local: number) => {
    look();
    return local + (offset?.offset ?? 0) + sleptMs;
  };

  return {
    now: () => at(localNow()),
    at,
    epoch: look,
    isMeasured: () => look() === measuredEpoch,

    async learnFrom(ask, timeIn) {
      const { answer, sample } = await trip(ask, timeIn);
      const learned = sample && !stillHolds(sample) ? estimateOffset([sample]) : undefined;
      if (learned === undefined) return answer;
      if (learned.error <= SURE_MS) take(learned);
      else if (offset === undefined) {
        // Better than nothing, and unsure until it is measured.
        offset = learned;
        sleptMs = 0;
      }
      return answer;
    },

    async measure() {
      const turn = (begun += 1);
      const trips = [];
      for (let round = 0; round < SAMPLES; round += 1) trips.push(await trip(readServer, (now) => now));
      const inThisEpoch = trips.flatMap((one) => (one.sample && one.epoch === look() ? [one.sample] : []));
      const measured = estimateOffset(inThisEpoch);
      // Of two measurements the one that began later knows better.
      if (measured === undefined || turn < taken) return;
      taken = turn;
      take(measured);
    },
  };
}
