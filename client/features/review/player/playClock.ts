/** A clock over session time that runs, stands still and is set, for where no recording tells the time. In ms. */
type PlayClock = {
  readonly at: () => number;
  readonly set: (at: number) => void;
  /** Runs at this rate from now on; 0 stands still. */
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
