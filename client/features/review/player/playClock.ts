/** A clock over session time in ms, for parts where no recording defines the time. */
type PlayClock = {
  readonly at: () => number;
  readonly set: (at: number) => void;
  /** Runs at this rate from now on; 0 stops it. */
  readonly run: (rate: number) => void;
};

export function createPlayClock(now: () => number): PlayClock {
  let [setTo, setAt, rate] = [0, now(), 0];
  const at = () => setTo + (now() - setAt) * rate;
  const set = (to: number) => {
    [setTo, setAt] = [to, now()];
  };
  return {
    at,
    set,
    run: (next) => {
      set(at());
      rate = next;
    },
  };
}
