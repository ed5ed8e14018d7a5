const STEPS = [1, 2, 5, 10];
/** Quarters are easier to read for shares; half a count has no meaning. */
const SHARE_STEP = 0.25;

/** Round numbers for an axis: about four steps between the ends. */
export function niceTicks(from: number, upTo: number): readonly number[] {
  if (from === 0 && upTo === 1) return [0, 1, 2, 3, 4].map((quarter) => quarter * SHARE_STEP);
  const rough = (upTo - from) / 5;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = size * (STEPS.find((one) => one * size >= rough * 0.999) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(upTo / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(6)));
}
