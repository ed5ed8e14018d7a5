/** Slower than a machine reads by itself: the wearer is busy playing. */
const RATE = 0.95;

/**
 * Reads a text out on this device's usual output. Settles when it was said, and fails where it could not be or the signal
 * broke it off.
 */
export function speakAloud(
  text: string,
  signal: AbortSignal,
  speech: SpeechSynthesis,
  language: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.rate = RATE;
    utterance.onend = () => resolve();
    utterance.onerror = ({ error }) => reject(new Error(`speech: ${error}`));
    signal.addEventListener('abort', () => {
      // What is queued here is this text: the one before was broken off when this one began.
      speech.cancel();
      reject(new Error('speech: broken off'));
    });
    speech.cancel();
    speech.speak(utterance);
  });
}
