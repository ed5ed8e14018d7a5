/** Slower than a machine reads by itself: the wearer is busy playing. */
const RATE = 0.95;

/** Reads a text out on this device's usual output. Settles when it was said, and fails where it could not be. */
export function speakAloud(text: string, speech: SpeechSynthesis, language: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.rate = RATE;
    utterance.onend = () => resolve();
    utterance.onerror = ({ error }) => reject(new Error(`speech: ${error}`));
    speech.cancel();
    speech.speak(utterance);
  });
}
