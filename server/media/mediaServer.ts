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

/** What one worker process has done and holds, for metrics. Times in ms, memory in bytes. */
export type WorkerFigures = {
  readonly plane: Plane;
  readonly port: number;
  readonly pid: number;
  readonly cpuMs: number;
  readonly memoryBytes: number;
  /** What its rooms count for: their consumers, or what is usual for a room. */
  readonly load: number;
  /** How often this worker died and was replaced. */
  readonly replaced: number;
};

/** The media server: one room for each live session. */
export type MediaServer = {
  openRoom(sessionId: SessionId): Promise<MediaRoom>;
  figures(): Promise<readonly WorkerFigures[]>;
  close(): Promise<void>;
};

/** Degrees to turn a picture clockwise to be upright, as its packets say (RTP's `video-orientation`). */
export type Turn = 0 | 90 | 180 | 270;

/** What has arrived from one source since it started. */
export type Received = { readonly from: ParticipantId; readonly source: Source; readonly packets: number };

/** An existing consumer, paused until it is resumed. */
export type Consumer = {
  readonly consumerId: ConsumerId;
  readonly producerId: string;
  readonly transportId: TransportId;
  readonly rtpParameters: RtpParameters;
};

/**
 * One session's part of the media server: it moves packets, and its caller decides who may hear whom. Each person has
 * one transport for each plane and direction, and one producer for each source. A transport that is not theirs is
 * refused as `not-found`, parameters not understood as `invalid`. What a call closes is closed when it returns.
 */
export type MediaRoom = {
  capabilities(): Readonly<Record<Plane, RtpCapabilities>>;

  /** Replaces the owner's earlier transport of this plane and direction, with everything that went over it. */
  openTransport(owner: ParticipantId, plane: Plane, direction: Direction): Promise<Reply<TransportParameters>>;
  connectTransport(owner: ParticipantId, id: TransportId, dtlsParameters: DtlsParameters): Promise<Reply<null>>;
  restartIce(owner: ParticipantId, id: TransportId): Promise<Reply<{ iceParameters: IceParameters }>>;

  /** Replaces the owner's earlier producer of this source. A voice starts shut, everything else open. */
  produce(
    owner: ParticipantId,
    id: TransportId,
    source: Source,
    rtpParameters: RtpParameters,
  ): Promise<Reply<{ producerId: string }>>;
  stopProducing(owner: ParticipantId, source: Source): void;
  /** How many packets of each source have arrived so far. Rejects if a worker does not answer or is gone. */
  received(): Promise<readonly Received[]>;
  /** How a source's picture must be turned. 0 if it does not say. */
  turnOf(owner: ParticipantId, source: Source): Turn;
  /** Called when a camera was turned. Returns a function that stops the calls. */
  onTurned(listener: () => void): () => void;
  /** Takes effect in the order of the calls. Does nothing without such a producer. */
  setProducerOpen(owner: ParticipantId, source: Source, open: boolean): Promise<void>;

  /** Creates a consumer on the listener's receiving transport of the source's plane. */
  consume(
    listener: ParticipantId,
    from: ParticipantId,
    source: Source,
    rtpCapabilities: RtpCapabilities,
  ): Promise<Reply<Consumer>>;
  resumeConsumer(id: ConsumerId): Promise<Reply<null>>;
  closeConsumer(id: ConsumerId): void;

  /** Prepares a feed of these sources of one person, all of one plane, to a recorder on this machine. */
  feed(from: ParticipantId, to: readonly FeedTo[]): Promise<Reply<Feed>>;

  /** Frees everything that a person holds. */
  dropParticipant(owner: ParticipantId): void;

  /** Called when a plane lost everything because its worker died, and works again. Returns a function that stops it. */
  onLost(listener: (plane: Plane) => void): () => void;
  close(): void;
};
