import { encodeWav } from '#tools/fake-family/wav.ts';

const RATE = 48_000;
const SECONDS = 10;

/** Pulses short enough that a browser's noise suppression takes them for speech, not for a hum. */
const PULSE_S = 0.2;
const PERIOD_S = 0.5;

/** A tone in pulses, as a WAV file. Its pitch identifies the microphone that plays it. */
export function pulsedTone(hertz: number, amplitude = 0.6): Buffer {
  const samples = Float32Array.from({ length: RATE * SECONDS }, (_, index) => {
    const time = index / RATE;
    const inPeriod = time % PERIOD_S;
    if (inPeriod >= PULSE_S) return 0;
    const fade = Math.min(1, inPeriod / 0.01, (PULSE_S - inPeriod) / 0.01);
    return amplitude * fade * Math.sin(2 * Math.PI * hertz * time);
  });
  return encodeWav({ rate: RATE, samples });
}
