/** What was heard of one microphone so far. All durations in ms. */
export type Listened = {
  /** For how long it has given nothing but zeros. */
  readonly zeroMs: number;
  /** For how long it has given something without a pause. */
  readonly soundMs: number;
  /**
   * What zeros of it mean. `unheard`: it never gave anything. `noisy`: it has noise all the time, so that zeros are a switch.
   * `gated`: it gives zeros between sounds, as a gate does, or a filter that lets nothing but voices through. `unknown`: not yet
   * heard for long enough.
   */
  readonly kind: 'unheard' | 'unknown' | 'noisy' | 'gated';
};

export const NOTHING_LISTENED: Listened = { zeroMs: 0, soundMs: 0, kind: 'unheard' };

/** Whoever talks makes a pause within this time, in ms: what gives something for longer is noise, and no gate is in its way. */
const NOISY_AFTER_MS = 10_000;

/** No sample but zero for so long is a microphone that gives nothing, in ms, where it has noise however quiet the people are. */
export const SILENT_AFTER_MS = 5_000;

/** The same where it gives zeros whenever nobody speaks, in ms: a family at play may well be quiet for a while. */
export const GATED_SILENT_AFTER_MS = 30_000;

const LIMIT_MS: Readonly<Record<Listened['kind'], number>> = {
  unheard: SILENT_AFTER_MS,
  noisy: SILENT_AFTER_MS,
  unknown: GATED_SILENT_AFTER_MS,
  gated: GATED_SILENT_AFTER_MS,
};

/** Adds whether a microphone gave anything in the time since it was listened to last. */
export function addListening(before: Listened, sounds: boolean, ms: number): Listened {
  if (!sounds) return { ...before, zeroMs: before.zeroMs + ms, soundMs: 0 };
  const soundMs = before.soundMs + ms;
  return { zeroMs: 0, soundMs, kind: kindOf(before, soundMs) };
}

function kindOf(before: Listened, soundMs: number): Listened['kind'] {
  const { kind, zeroMs } = before;
  if (kind === 'unheard') return 'unknown';
  // Zeros that end by themselves were a pause; those that went on until it was called silent may have been a switch.
  if (kind === 'gated' || (zeroMs > 0 && !isSilent(before))) return 'gated';
  return soundMs >= NOISY_AFTER_MS ? 'noisy' : kind;
}

/** Whether a microphone gives nothing, by all that was heard of it. Rule WIN4. */
export function isSilent({ zeroMs, kind }: Listened): boolean {
  return zeroMs >= LIMIT_MS[kind];
}
