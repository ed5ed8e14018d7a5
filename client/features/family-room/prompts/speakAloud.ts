/** Slower than normal speech: the wearer is busy playing. */
const RATE = 0.95;

/** Reads a text aloud on this device's default output. Rejects if that failed or the signal aborted it. */
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
      // The queue holds only this text: the previous one was aborted when this one began.
      speech.cancel();
      reject(new Error('speech: broken off'));
    });
    speech.cancel();
    speech.speak(utterance);
  });
}
