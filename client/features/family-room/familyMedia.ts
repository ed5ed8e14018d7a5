import type { Quality } from '#shared/protocol/contract.ts';

/** What a family's device captures and receives now. A new object whenever something changed. */
export type FamilyMediaView = {
  readonly ownPicture: MediaStreamTrack | undefined;
  readonly hasMicrophone: boolean;
  /** What was captured and then stopped by itself: unplugged, or taken by another program. */
  readonly stopped: 'camera' | 'microphone' | undefined;
  readonly coachCamera: MediaStreamTrack | undefined;
  readonly coachVoice: MediaStreamTrack | undefined;
};

/** A voice being played. */
export type Playing = {
  /** False where the browser wants a tap first. */
  readonly started: Promise<boolean>;
  readonly setVolume: (volume: number) => void;
  readonly stop: () => void;
};

/** The media of a family's device, as its screens need them. `browserMedia.ts` is the real one. */
export type FamilyMedia = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => FamilyMediaView;
  /** How loud the room microphone is at this moment, from 0 to 1. */
  readonly level: () => number;
  /** Plays a track through the output that was chosen for this device. */
  readonly play: (track: MediaStreamTrack, volume: number) => Playing;
  readonly playTone: (toneHz: number, toneMs: number) => Promise<void>;
  readonly measureTone: (toneHz: number, toneMs: number) => Promise<number | null>;
  /** Whether the chosen output is the machine's usual one, which a browser's speech goes to. */
  readonly playsOnUsualOutput: boolean;
  readonly quality: () => Promise<Quality | undefined>;
  /** Opens the camera and the microphone again. Settles with whether both work. */
  readonly captureAgain: () => Promise<boolean>;
  readonly close: () => void;
};
