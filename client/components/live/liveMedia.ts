import type { Track } from '#shared/domain/audience.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';

/** A track that reaches this screen. */
export type LiveTrack = { readonly track: Track; readonly from: ParticipantId; readonly media: MediaStreamTrack };

/** What the screens of a live session need of its pictures and sounds. */
export type LiveMedia = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly LiveTrack[];
  /** Lets one's own microphone out, or keeps it in. */
  readonly setVoiceEnabled: (enabled: boolean) => void;
  /** How loud one's own microphone is now, 0 to 1; undefined where there is none. */
  readonly voiceLevel: () => number | undefined;
};
