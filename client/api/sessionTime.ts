import { type ClockOffset, type ClockSample, estimateOffset } from '#shared/domain/sessionClock.ts';

/** Enough round trips that one of them is likely to meet no other traffic. */
const SAMPLES = 6;

/** How far a machine's two clocks may drift apart between two looks, in ms. Beyond that, one of them has jumped. */
const JUMP_MS = 250;

/** How far an offset may lie outside the range that a new answer allows, in ms: clocks drift a little in between. */
const DRIFT_MS = 20;

/** The largest error, in ms, at which an answer that the server worked on meanwhile still counts as a measurement. */
const SURE_MS = 200;

type SessionTimePorts = {
  /** In ms. Never runs backwards, and may stop while the machine sleeps. */
  readonly localNow: () => number;
  /** In ms. Does not stop, and people may change it. */
  readonly wallNow: () => number;
  /** Reads the server's session clock. Undefined if it did not answer. */
  readonly readServer: () => Promise<number | undefined>;
  readonly onMeasured: () => void;
};

/**
 * Session time as this machine knows it, in ms. When the machine sleeps or a clock is set, its two clocks drift apart
 * and the measured offset is no longer valid. Until it is measured again, times assume that the machine has slept, and
 * are marked as unsure. Rule CLK1.
 */
export type SessionTime = {
  readonly now: () => number;
  readonly at: (local: number) => number;
  /** Grows with each jump. A time taken in one epoch is corrected only by an offset of the same epoch. */
  readonly epoch: () => number;
  readonly isMeasured: () => boolean;
  /** Runs a request whose answer contains the server's time, and learns from it unless it took too long. */
  readonly learnFrom: <T>(ask: () => Promise<T>, timeIn: (answer: T) => number | undefined) => Promise<T>;
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

  /** Notices if the clocks have drifted apart since the last look. */
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

  /** One round trip. Undefined if the machine slept during it. */
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

  /** Whether a new answer is consistent with the earlier measurement. */
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
        // Better than nothing; unsure until it is measured.
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
      // Of two measurements, the one that began later wins.
      if (measured === undefined || turn < taken) return;
      taken = turn;
      take(measured);
    },
  };
}
