import { addListening, isSilent, NOTHING_LISTENED } from '#shared/domain/silence.ts';

/** How often a microphone is read, in ms: often enough that no sample is missed between two readings. */
const LISTEN_EVERY_MS = 300;

type SilenceParts = {
  /** Whether the latest samples contain anything but zeros. Undefined if not known. */
  readonly hasSound: () => boolean | undefined;
  readonly onChange: (isSilent: boolean) => void;
};

/** Reports when a microphone gives no sound, and when it gives sound again. Returns a stop function. Rule WIN4. */
export function watchSilence({ hasSound, onChange }: SilenceParts): () => void {
  let listened = NOTHING_LISTENED;
  const listening = setInterval(() => {
    const sounds = hasSound();
    if (sounds === undefined) return;
    const wasSilent = isSilent(listened);
    listened = addListening(listened, sounds, LISTEN_EVERY_MS);
    if (isSilent(listened) !== wasSilent) onChange(!wasSilent);
  }, LISTEN_EVERY_MS);
  return () => clearInterval(listening);
}
