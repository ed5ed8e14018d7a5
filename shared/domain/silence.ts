/** What is known about one microphone so far. All durations in ms. */
type Listened = {
  /** How long it has sent only zeros. */
  readonly zeroMs: number;
  /** How long it has sent sound without a pause. */
  readonly soundMs: number;
  /**
   * What its zeros mean: `noisy` sends none unless switched off, `gated` does between sounds, as a voice filter does.
   * `unheard` never sent anything; of `unknown` too little was heard.
   */
  readonly kind: 'unheard' | 'unknown' | 'noisy' | 'gated';
};

export const NOTHING_LISTENED: Listened = { zeroMs: 0, soundMs: 0, kind: 'unheard' };

/** Speech has a pause within this time, in ms. Sound that lasts longer is noise that no gate removes. */
const NOISY_AFTER_MS = 10_000;

/** How long a noisy microphone may send only zeros before it is silent: quiet people leave noise. */
export const SILENT_AFTER_MS = 5_000;

/** As above, for one that sends zeros whenever nobody speaks. A family at play can be quiet for a while. */
export const GATED_SILENT_AFTER_MS = 30_000;

const LIMIT_MS: Readonly<Record<Listened['kind'], number>> = {
  unheard: SILENT_AFTER_MS,
  noisy: SILENT_AFTER_MS,
  unknown: GATED_SILENT_AFTER_MS,
  gated: GATED_SILENT_AFTER_MS,
};

/** Adds whether a microphone sent anything since it was last listened to. */
export function addListening(before: Listened, sounds: boolean, ms: number): Listened {
  if (!sounds) return { ...before, zeroMs: before.zeroMs + ms, soundMs: 0 };
  const soundMs = before.soundMs + ms;
  return { zeroMs: 0, soundMs, kind: kindOf(before, soundMs) };
}

function kindOf(before: Listened, soundMs: number): Listened['kind'] {
  const { kind, zeroMs } = before;
  if (kind === 'unheard') return 'unknown';
  // Zeros that ended were a pause. Zeros that lasted until they counted as silence may have been a switch.
  if (kind === 'gated' || (zeroMs > 0 && !isSilent(before))) return 'gated';
  return soundMs >= NOISY_AFTER_MS ? 'noisy' : kind;
}

/** Whether a microphone counts as silent, by everything heard from it. Rule WIN4. */
export function isSilent({ zeroMs, kind }: Listened): boolean {
  return zeroMs >= LIMIT_MS[kind];
}
