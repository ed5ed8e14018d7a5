import type { Source } from '#shared/domain/audience.ts';
import type { RtpParameters } from '#shared/protocol/media.ts';

/** One source that a recorder is to get, and the port of this machine where it listens: RTP there, RTCP on the next. */
export type FeedTo = { readonly source: Source; readonly port: number };

/** Why a feed ended of itself: its sender stopped or began anew, or the media server's worker died. */
export type FeedEnd = 'sender-changed' | 'worker-died';

export type FedSource = FeedTo & {
  /** What the packets hold, as the recorder gets them. */
  readonly rtpParameters: RtpParameters;
};

/** Somebody's sources on their way to a recorder of this machine. Nothing flows before it is told to. */
export type Feed = {
  readonly sources: readonly FedSource[];
  /**
   * Calls back with the RTP timestamps of packets as they come from their sender while the source is open, for as long
   * as this runs, whether or not they go on to the recorder. Costs a message for each packet. Returns how to stop.
   */
  watch(onPacket: (source: Source, rtpTimestamp: number) => void): () => void;
  /** Lets one source flow on. A picture begins with a key frame that is asked for. */
  start(source: Source): Promise<void>;
  /** Asks the camera for a frame that a player can begin with. */
  askForKeyFrame(): void;
  /** Called once, when the feed ends before it is closed. */
  onEnd(listener: (why: FeedEnd) => void): void;
  /** Ends it before this returns. Safe to call twice. */
  close(): void;
};
