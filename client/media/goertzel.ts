/** Neighbors of a tone, as offsets in Hz: a voice there is also loud at the tone, but the tone itself is not. */
const NEIGHBORS_HZ = [-130, -95, -60, 60, 95, 130];

/** One measurement of a tone: its own power and that of the frequencies around it. */
export type TonePower = { readonly tone: number; readonly around: number };

/** The power of one frequency in some samples, by Goertzel's algorithm under a Hann window. */
export function powerAt(hz: number, samples: Float32Array, sampleRate: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / sampleRate);
  let before = 0;
  let last = 0;
  for (const [index, sample] of samples.entries()) {
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length);
    [before, last] = [last, sample * hann + coefficient * last - before];
  }
  return (before * before + last * last - coefficient * before * last) / samples.length ** 2;
}

export function tonePower(hz: number, samples: Float32Array, sampleRate: number): TonePower {
  const around = NEIGHBORS_HZ.map((offset) => powerAt(hz + offset, samples, sampleRate));
  return { tone: powerAt(hz, samples, sampleRate), around: mean(around) };
}

/**
 * How far a tone is above its neighbors, in dB, in at least half of a run of `runLength` measurements: the largest value
 * over all runs. A voice can be far above in a piece or two, which an average of the powers would take for the tone. A
 * word over the tone hides only its own pieces. Null if there was no sound in enough pieces.
 */
export function toneAboveNoiseDb(looks: readonly TonePower[], runLength: number): number | null {
  const ratios = looks.filter(({ tone, around }) => tone + around > 0).map(ratioDb);
  if (ratios.length < runLength) return null;
  const runs = ratios.slice(runLength - 1).map((_, start) => ratios.slice(start, start + runLength));
  return Math.max(...runs.map(inHalfOf));
}

/** The largest value that at least half of the values reach. */
function inHalfOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? -Infinity;
}

function ratioDb({ tone, around }: TonePower): number {
  // Avoids an infinite result for a pure tone in digital silence.
  return 10 * Math.log10(Math.max(tone, Number.MIN_VALUE) / Math.max(around, 1e-15));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
