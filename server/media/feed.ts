import type { Source } from '#shared/domain/audience.ts';
import type { RtpParameters } from '#shared/protocol/media.ts';

/** One source for a recorder, and its port on this machine: RTP there, RTCP on the next. */
export type FeedTo = { readonly source: Source; readonly port: number };

/** Why a feed ended on its own: its sender stopped or started again, or the media server's worker died. */
export type FeedEnd = 'sender-changed' | 'worker-died';

export type FedSource = FeedTo & {
  /** The format of the packets for the recorder. */
  readonly rtpParameters: RtpParameters;
};

/** One sender's sources on their way to a recorder on this machine. Nothing flows before `start`. */
export type Feed = {
  readonly sources: readonly FedSource[];
  /** Calls back with the RTP timestamp of each arriving packet, passed on or not. Returns a function that stops it. */
  watch(onPacket: (source: Source, rtpTimestamp: number) => void): () => void;
  /** Lets one source flow. For a picture, a key frame is requested. */
  start(source: Source): Promise<void>;
  /** Asks the camera for a key frame, which a player can start with. */
  askForKeyFrame(): void;
  /** Called once, if the feed ends before it is closed. */
  onEnd(listener: (why: FeedEnd) => void): void;
  /** Ends the feed before this returns. Safe to call twice. */
  close(): void;
};
