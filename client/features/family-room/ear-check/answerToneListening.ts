import type { Ask, Hear } from '#client/api/ask.ts';

type ToneListeningParts = {
  readonly ask: Ask;
  readonly hear: Hear;
  /** Listens on the room microphone, and says how far the tone stood above the room in dB, or null if it could not. */
  readonly measureTone: (toneHz: number, toneMs: number) => Promise<number | null>;
};

/** Listens for the tone of every ear check that is announced, and answers in each case. Returns how to stop. */
export function answerToneListening({ ask, hear, measureTone }: ToneListeningParts): () => void {
  return hear('ear-check:listen', ({ checkId, toneHz, toneMs }) => {
    void measureTone(toneHz, toneMs)
      // Not measured keeps the whisper shut, which is the safe side.
      .catch(() => null)
      .then((toneAboveRoomDb) => ask('ear-check:listened', { checkId, toneAboveRoomDb }));
  });
}
