/**
 * What a browser reveals of the output: its sound devices by name, whether these include outputs (some browsers name
 * only microphones), and its latency in ms.
 */
export type OutputLook = {
  readonly sound: string | undefined;
  readonly namesOutput: boolean;
  readonly latencyMs: number | undefined;
};

/**
 * Why the output is checked: regularly (`look`), a device change, a hidden page, the audio context stopped, resumed or
 * moved, or the system paused playback, as when earphones are pulled out.
 */
export type OutputSign = 'look' | 'devices' | 'hidden' | 'context' | 'paused';

/** Readings of one output vary less than this, and those of another output more (wireless earphones about 150 ms). */
const OTHER_WAY_MS = 80;

/** Whether sound certainly still leaves by the same output. False if in doubt. Rule EAR1. */
export function isSameOutput(before: OutputLook, now: OutputLook, sign: OutputSign): boolean {
  if (sign === 'paused') return false;
  if (before.sound !== now.sound) return false;
  // The outputs are named and unchanged, which outweighs any sign. Microphone names reveal nothing about wired
  // earphones.
  if (now.namesOutput) return true;
  return sign === 'look' && !isOtherWay(before.latencyMs, now.latencyMs);
}

/** A missing measurement proves nothing. */
function isOtherWay(before: number | undefined, now: number | undefined): boolean {
  return !!before && !!now && Math.abs(now - before) > OTHER_WAY_MS;
}
