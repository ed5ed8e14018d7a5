import type { MediaStanding } from '#client/media/mediaStanding.ts';
import type { RoomSource, StoppedSource } from './roomCapture.ts';

/** What a family's device captures and receives now. Each change makes a new object. */
export type FamilyMediaView = {
  readonly ownPicture: MediaStreamTrack | undefined;
  readonly hasMicrophone: boolean;
  /** The family turned off camera and microphone. */
  readonly isOff: boolean;
  /** Sources that should be captured and are not: unplugged, or used by another program. */
  readonly stopped: readonly StoppedSource[];
  readonly standing: MediaStanding;
  /** State of the transport that brings the coach's voice. */
  readonly voiceStanding: MediaStanding;
  readonly coachCamera: MediaStreamTrack | undefined;
  readonly coachVoice: MediaStreamTrack | undefined;
};

/** Why a voice cannot be heard: the browser requires a tap, the chosen earphone is gone, or the system paused it. */
export type NotSounding = 'blocked' | 'output-gone' | 'paused';

export type Playing = {
  readonly setVolume: (volume: number) => void;
  readonly stop: () => void;
};

/** The media of a family's device as its screens need them. `browserMedia.ts` is the real implementation. */
export type FamilyMedia = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => FamilyMediaView;
  /** The level of the room microphone now, from 0 to 1. */
  readonly level: () => number;
  /** Plays a track through the output chosen for this device, and no other. */
  readonly play: (track: MediaStreamTrack, volume: number, onNotSounding: (why: NotSounding) => void) => Playing;
  readonly playTone: (toneHz: number, toneMs: number) => Promise<void>;
  readonly measureTone: (toneHz: number, toneMs: number) => Promise<number | null>;
  /** Whether the chosen output is the system default, which browser speech always uses. */
  readonly playsOnUsualOutput: boolean;
  /** Stops camera and microphone until `captureAgain`, also if the page is loaded again. Rule SAF4. */
  readonly turnOff: () => void;
  /** Reopens what stopped or was turned off, or another device instead. Resolves to whether everything works. */
  readonly captureAgain: (chosen?: { readonly source: RoomSource; readonly deviceId: string }) => Promise<boolean>;
  readonly close: () => void;
};
