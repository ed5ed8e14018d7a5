import type { Ask, Listen } from '#client/api/ask.ts';

type ToneListeningParts = {
  readonly ask: Ask;
  readonly listen: Listen;
  /** Measures with the room microphone how far the tone is above the room, in dB. Null if not possible. */
  readonly measureTone: (toneHz: number, toneMs: number) => Promise<number | null>;
};

/** Listens for the tone of each announced ear check and always answers. Returns a stop function. */
export function answerToneListening({ ask, listen, measureTone }: ToneListeningParts): () => void {
  return listen('ear-check:listen', ({ checkId, toneHz, toneMs }) => {
    void measureTone(toneHz, toneMs)
      // An unmeasured tone keeps the whisper blocked, which is safe.
      .catch(() => null)
      .then((toneAboveRoomDb) => ask('ear-check:listened', { checkId, toneAboveRoomDb }));
  });
}
