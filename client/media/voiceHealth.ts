/** How one's own voice leaves this device, as measured. Only `sound` may be said to reach anybody. */
export type VoiceHealth = 'sound' | 'silence' | 'not-sent' | 'muted' | 'gone' | 'none';

/** What is measured of a captured microphone and of what is sent of it. */
export type VoiceMeasure = {
  /** The captured track: there is none, its device went away, the system muted it, or it runs. */
  readonly track: 'none' | 'ended' | 'muted' | 'live';
  /** Whether the voice is to be heard now; only then does it matter what is sent. */
  readonly isOpen: boolean;
  /** For how long no sample but zero came from the microphone, in ms. Even a quiet room makes some noise. */
  readonly silentMs: number;
  /** For how long no packet left while the voice was open, in ms. */
  readonly unsentMs: number;
};

/** Nothing for this long is a fault and no breath, in ms; together with the time between two readings it stays below 2 s. */
export const LOST_AFTER_MS = 1_400;

/** Says how a voice leaves by what was measured, the worst first. */
export function voiceHealth({ track, isOpen, silentMs, unsentMs }: VoiceMeasure): VoiceHealth {
  if (track === 'none') return 'none';
  if (track === 'ended') return 'gone';
  if (track === 'muted') return 'muted';
  if (isOpen && unsentMs >= LOST_AFTER_MS) return 'not-sent';
  return silentMs >= LOST_AFTER_MS ? 'silence' : 'sound';
}

/** Whether a voice may be opened: there is a microphone that gives something, or may give something in a moment. */
export function canSpeak(health: VoiceHealth): boolean {
  return health !== 'none' && health !== 'gone' && health !== 'muted';
}
