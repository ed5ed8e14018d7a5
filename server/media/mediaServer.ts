import type { Source } from '#shared/domain/audience.ts';
import type { ConsumerId, ParticipantId, SessionId, TransportId } from '#shared/protocol/ids.ts';
import type {
  Direction,
  DtlsParameters,
  IceParameters,
  Plane,
  RtpCapabilities,
  RtpParameters,
  TransportParameters,
} from '#shared/protocol/media.ts';
import type { Reply } from '#shared/protocol/reply.ts';
import type { Feed, FeedTo } from './feed.ts';

/** What one worker process has done and holds, for metrics. Times are in ms, memory in bytes. */
export type WorkerFigures = {
  readonly plane: Plane;
  readonly pid: number;
  readonly cpuMs: number;
  readonly memoryBytes: number;
  /** How often a worker of this plane has died and was replaced. */
  readonly replaced: number;
};

/** The media server as the rest of the house knows it: rooms, one for each live session. */
export type MediaServer = {
  openRoom(sessionId: SessionId): Promise<MediaRoom>;
  figures(): Promise<readonly WorkerFigures[]>;
  close(): Promise<void>;
};

/** By how much a picture is to be turned clockwise to stand upright, in degrees, as its packets say (RTP's `video-orientation`). */
export type Turn = 0 | 90 | 180 | 270;

/** What has come in of one source since it is sent. */
export type Received = { readonly from: ParticipantId; readonly source: Source; readonly packets: number };

/** A consumer that stands, paused until it is resumed. */
export type Consumer = {
  readonly consumerId: ConsumerId;
  readonly producerId: string;
  readonly transportId: TransportId;
  readonly rtpParameters: RtpParameters;
};

/**
 * One session's part of the media server. It moves packets and decides nothing: who may hear whom is settled by its
 * caller. Each person has one transport for each plane and direction and one producer for each source, so what one
 * person can hold is bounded. A transport that is unknown, gone or someone else's is refused as `not-found`, and
 * parameters that the media server does not understand as `invalid`. What is closed in here is closed when the call returns.
 */
export type MediaRoom = {
  capabilities(): Readonly<Record<Plane, RtpCapabilities>>;

  /** Replaces the owner's former transport of this plane and direction, with all that went over it. */
  openTransport(owner: ParticipantId, plane: Plane, direction: Direction): Promise<Reply<TransportParameters>>;
  connectTransport(owner: ParticipantId, id: TransportId, dtlsParameters: DtlsParameters): Promise<Reply<null>>;
  restartIce(owner: ParticipantId, id: TransportId): Promise<Reply<{ iceParameters: IceParameters }>>;

  /** Replaces the owner's former producer of this source. A voice starts shut, everything else open. */
  produce(
    owner: ParticipantId,
    id: TransportId,
    source: Source,
    rtpParameters: RtpParameters,
  ): Promise<Reply<{ producerId: string }>>;
  stopProducing(owner: ParticipantId, source: Source): void;
  /** How many packets of each source have come in from its sender so far. Rejects where a worker does not answer or is gone. */
  received(): Promise<readonly Received[]>;
  /** How a source's picture is to be turned; 0 where it does not say so. */
  turnOf(owner: ParticipantId, source: Source): Turn;
  /** Called when somebody turned what they film with. Returns how to stop listening. */
  onTurned(listener: () => void): () => void;
  /** Takes effect in the order of the calls. Without such a producer nothing happens. */
  setProducerOpen(owner: ParticipantId, source: Source, open: boolean): Promise<void>;

  /** Makes a consumer on the listener's receiving transport of the source's plane. */
  consume(
    listener: ParticipantId,
    from: ParticipantId,
    source: Source,
    rtpCapabilities: RtpCapabilities,
  ): Promise<Reply<Consumer>>;
  resumeConsumer(id: ConsumerId): Promise<Reply<null>>;
  closeConsumer(id: ConsumerId): void;

  /** Makes ready to send these sources of somebody, all of one plane, to a recorder of this machine. */
  feed(from: ParticipantId, to: readonly FeedTo[]): Promise<Reply<Feed>>;

  /** Frees all that somebody holds. */
  dropParticipant(owner: ParticipantId): void;

  /** Called when all that was on a plane is gone (its worker died) and it can be used again. Returns how to stop listening. */
  onLost(listener: (plane: Plane) => void): () => void;
  close(): void;
};
