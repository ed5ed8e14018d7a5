import type { MediaStanding } from '#client/media/mediaStanding.ts';
import type { RoomSource, StoppedSource } from './roomCapture.ts';

/** What a family's device captures and receives now. A new object whenever something changed. */
export type FamilyMediaView = {
  readonly ownPicture: MediaStreamTrack | undefined;
  readonly hasMicrophone: boolean;
  /** What should be captured and is not: unplugged, or taken by another program. */
  readonly stopped: readonly StoppedSource[];
  /** How this device stands with the media server. */
  readonly standing: MediaStanding;
  /** How the way stands over which the coach's voice comes. */
  readonly voiceStanding: MediaStanding;
  readonly coachCamera: MediaStreamTrack | undefined;
  readonly coachVoice: MediaStreamTrack | undefined;
};

/** Why a voice does not sound: the browser wants a tap first, the chosen earphone is not there, or the system paused it. */
export type NotSounding = 'blocked' | 'output-gone' | 'paused';

/** A voice being played. */
export type Playing = {
  readonly setVolume: (volume: number) => void;
  readonly stop: () => void;
};

/** The media of a family's device, as its screens need them. `browserMedia.ts` is the real one. */
export type FamilyMedia = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => FamilyMediaView;
  /** How loud the room microphone is at this moment, from 0 to 1. */
  readonly level: () => number;
  /** Plays a track through the output that was chosen for this device, and through no other. */
  readonly play: (track: MediaStreamTrack, volume: number, onNotSounding: (why: NotSounding) => void) => Playing;
  readonly playTone: (toneHz: number, toneMs: number) => Promise<void>;
  readonly measureTone: (toneHz: number, toneMs: number) => Promise<number | null>;
  /** Whether the chosen output is the machine's usual one, which a browser's speech goes to. */
  readonly playsOnUsualOutput: boolean;
  /** Opens again what stopped, or another device in its place. Settles with whether all works. */
  readonly captureAgain: (chosen?: { readonly source: RoomSource; readonly deviceId: string }) => Promise<boolean>;
  readonly close: () => void;
};
