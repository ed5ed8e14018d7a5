import type { MediaStandingStore } from '#client/media/mediaStanding.ts';
import type { MediaDevice } from '#client/media/capture.ts';
import type { HeardTrack } from '#client/media/heardTracks.ts';
import type { OwnVoice } from './ownVoice.ts';

/** A track that reaches this screen. */
export type LiveTrack = Pick<HeardTrack, 'track' | 'from' | 'kind' | 'mediaStreamTrack'>;

type RoomOutput = {
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether the chosen output is gone, so that nothing is heard. */
  readonly getSnapshot: () => boolean;
  readonly list: () => Promise<readonly MediaDevice[]>;
  readonly choose: (outputDeviceId: string) => void;
};

/** The pictures and sounds that live screens need. */
export type LiveMedia = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly LiveTrack[];
  /** One's own microphone as captured and sent. */
  readonly ownVoice: Pick<OwnVoice, 'subscribe' | 'getSnapshot' | 'level' | 'microphones' | 'choose'>;
  readonly output: RoomOutput;
  /** State of this page's connection to the media server. */
  readonly standing: MediaStandingStore;
  /** State of the transport over which one's own voice leaves this page. */
  readonly ownVoiceStanding: MediaStandingStore;
  /** Opens or closes one's own microphone for others. */
  readonly setVoiceEnabled: (enabled: boolean) => void;
};
