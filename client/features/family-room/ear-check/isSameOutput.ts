/**
 * The output as far as a browser shows it: its sound devices by name, whether outputs are among them (some browsers name
 * microphones alone), and how long sound takes through it, in ms.
 */
export type OutputLook = {
  readonly sound: string | undefined;
  readonly namesOutput: boolean;
  readonly latencyMs: number | undefined;
};

/**
 * Why the output is looked at: for no reason; the browser says that devices changed; the page was hidden; the
 * audio context stopped, went on or moved; or the system paused what plays, as it does when earphones are pulled out.
 */
export type OutputSign = 'look' | 'devices' | 'hidden' | 'context' | 'paused';

/** Another way out takes another time: a wireless earphone some 150 ms more than a loudspeaker. Readings of one way vary less than this, in ms. */
const OTHER_WAY_MS = 80;

/** Whether it is certain that sound leaves by the same output as before. When in doubt it is not. Rule EAR1. */
export function isSameOutput(before: OutputLook, now: OutputLook, sign: OutputSign): boolean {
  if (sign === 'paused') return false;
  if (before.sound !== now.sound) return false;
  // Outputs are named, and they are the same ones: no sign says more than that. Microphones tell nothing of plain earphones.
  if (now.namesOutput) return true;
  return sign === 'look' && !isOtherWay(before.latencyMs, now.latencyMs);
}

/** Not measured, or nothing measured yet, tells nothing. */
function isOtherWay(before: number | undefined, now: number | undefined): boolean {
  return !!before && !!now && Math.abs(now - before) > OTHER_WAY_MS;
}
