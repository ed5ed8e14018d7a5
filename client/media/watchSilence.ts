import { addListening, isSilent, NOTHING_LISTENED } from '#shared/domain/silence.ts';

/** How often a microphone is listened to, in ms: often enough that no sample is missed between two looks at its latest ones. */
const LISTEN_EVERY_MS = 300;

type SilenceParts = {
  /** Whether the latest samples hold anything but zeros; undefined while nobody can tell. */
  readonly hasSound: () => boolean | undefined;
  readonly onChange: (isSilent: boolean) => void;
};

/** Says when a microphone gives nothing, and when it gives something again. Returns how to stop. Rule WIN4. */
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
