import { voiceHealth, type VoiceHealth } from './voiceHealth.ts';

const READ_EVERY_MS = 400;

type Microphone = Pick<MediaStreamTrack, 'readyState' | 'muted' | 'addEventListener' | 'removeEventListener'>;

type VoiceToWatch = {
  readonly microphone: Microphone | undefined;
  /** Whether the microphone's latest samples contain anything but zeros. */
  readonly hasSound: () => boolean;
  readonly packetsSent: () => Promise<number>;
  readonly isOpen: () => boolean;
  /** Monotonic, in ms. */
  readonly now: () => number;
  readonly onChange: (health: VoiceHealth) => void;
};

/** Measures one's own voice. A lost microphone is reported immediately. Returns a stop function. */
export function watchVoice({ microphone, hasSound, packetsSent, isOpen, now, onChange }: VoiceToWatch): () => void {
  let last: VoiceHealth | undefined;
  let soundAt = now();
  let sentAt = now();
  let sent = -1;
  let wasOpen = false;
  let isStopped = false;

  function tell() {
    if (isStopped) return;
    const measure = { isOpen: wasOpen, silentMs: now() - soundAt, unsentMs: now() - sentAt };
    const health = voiceHealth({ track: trackState(microphone), ...measure });
    if (health === last) return;
    last = health;
    onChange(health);
  }

  async function read() {
    if (hasSound()) soundAt = now();
    const count = await packetsSent().catch(() => sent);
    const open = isOpen();
    // A voice that was just opened has sent nothing yet, and gets time to start.
    if (count !== sent || !open || !wasOpen) sentAt = now();
    sent = count;
    wasOpen = open;
    tell();
  }

  const reading = setInterval(() => void read(), READ_EVERY_MS);
  for (const sign of SIGNS) microphone?.addEventListener(sign, tell);
  tell();
  return () => {
    isStopped = true;
    clearInterval(reading);
    for (const sign of SIGNS) microphone?.removeEventListener(sign, tell);
  };
}

const SIGNS = ['ended', 'mute', 'unmute'] as const;

function trackState(microphone: Microphone | undefined) {
  if (microphone === undefined) return 'none';
  if (microphone.readyState === 'ended') return 'ended';
  return microphone.muted ? 'muted' : 'live';
}
