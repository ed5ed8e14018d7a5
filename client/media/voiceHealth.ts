/** State of one's own voice as measured. Only with `sound` may a screen say that others hear it. */
export type VoiceHealth = 'sound' | 'silence' | 'not-sent' | 'muted' | 'gone' | 'none';

export type VoiceMeasure = {
  /** The captured track: there is none, its device is gone, the system muted it, or it runs. */
  readonly track: 'none' | 'ended' | 'muted' | 'live';
  /** Whether the voice should be heard now. What is sent matters only then. */
  readonly isOpen: boolean;
  /** For how long the microphone gave only zeros, in ms. Even a quiet room makes some noise. */
  readonly silentMs: number;
  /** For how long no packet was sent while the voice was open, in ms. */
  readonly unsentMs: number;
};

/** Silence of this length is a fault, not a pause, in ms. With the time between two readings it stays below 2 s. */
export const LOST_AFTER_MS = 1_400;

/** Derives the state of a voice from its measurements, the worst problem first. */
export function voiceHealth({ track, isOpen, silentMs, unsentMs }: VoiceMeasure): VoiceHealth {
  if (track === 'none') return 'none';
  if (track === 'ended') return 'gone';
  if (track === 'muted') return 'muted';
  if (isOpen && unsentMs >= LOST_AFTER_MS) return 'not-sent';
  return silentMs >= LOST_AFTER_MS ? 'silence' : 'sound';
}

/** Whether a voice may be opened: there is a microphone that gives sound or may do so in a moment. */
export function canSpeak(health: VoiceHealth): boolean {
  return health !== 'none' && health !== 'gone' && health !== 'muted';
}
