import type { MediaStandingStore } from '#client/media/mediaStanding.ts';
import type { MediaDevice } from '#client/media/capture.ts';
import type { HeardTrack } from '#client/media/heardTracks.ts';
import type { OwnVoice } from './ownVoice.ts';

/** A track that reaches this screen. */
export type LiveTrack = Pick<HeardTrack, 'track' | 'from' | 'kind' | 'mediaStreamTrack'>;

/** What the sounds of a page leave by. */
type RoomOutput = {
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether the output that was chosen is gone, so that nothing is heard. */
  readonly getSnapshot: () => boolean;
  /** The outputs to choose from. */
  readonly list: () => Promise<readonly MediaDevice[]>;
  readonly choose: (outputDeviceId: string) => void;
};

/** What the screens of a live session need of its pictures and sounds. */
export type LiveMedia = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly LiveTrack[];
  /** One's own microphone, as it is captured and sent. */
  readonly ownVoice: Pick<OwnVoice, 'subscribe' | 'getSnapshot' | 'level' | 'microphones' | 'choose'>;
  /** What the sounds of this page leave by. */
  readonly output: RoomOutput;
  /** How this page stands with the media server. */
  readonly standing: MediaStandingStore;
  /** How the way stands over which one's own voice leaves this page. */
  readonly ownVoiceStanding: MediaStandingStore;
  /** Lets one's own microphone out, or keeps it in. */
  readonly setVoiceEnabled: (enabled: boolean) => void;
};
