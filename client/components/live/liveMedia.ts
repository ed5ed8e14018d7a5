import type { MediaStandingStore } from '#client/media/mediaStanding.ts';
import type { HeardTrack } from '#client/media/heardTracks.ts';

/** A track that reaches this screen. */
export type LiveTrack = Pick<HeardTrack, 'track' | 'from' | 'kind' | 'mediaStreamTrack'>;

/** What the screens of a live session need of its pictures and sounds. */
export type LiveMedia = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly LiveTrack[];
  /** How this page stands with the media server. */
  readonly standing: MediaStandingStore;
  /** Whether there is a microphone to speak into. */
  readonly hasVoice: boolean;
  /** Lets one's own microphone out, or keeps it in. */
  readonly setVoiceEnabled: (enabled: boolean) => void;
  /** How loud one's own microphone is now, 0 to 1. */
  readonly voiceLevel: () => number;
};
