import { z } from 'zod';
import { SOURCES, TRACKS, type Source } from '#shared/domain/audience.ts';
import { ConsumerId, ParticipantId, TransportId } from './ids.ts';

/**
 * Media uses two planes, each a router on its own worker: the room (its video and sound, the coach's camera) and the
 * voices (whispers). Video can then never starve a whisper.
 */
export const Plane = z.enum(['room', 'voice']);
export type Plane = z.infer<typeof Plane>;

export function planeOf(source: Source): Plane {
  return source === 'voice' ? 'voice' : 'room';
}

/** The kind of a source. The server uses this table and ignores what a client claims. */
export function kindOf(source: Source): 'audio' | 'video' {
  return source === 'camera' ? 'video' : 'audio';
}

/** The longest time of a device check, in ms. It sends and receives only until it has a result. */
export const CHECK_LASTS_MS = 20_000;

/** The socket namespace of a device check, next to those of sessions. */
export const CHECK_NAMESPACE = '/check';

export const Direction = z.enum(['send', 'receive']);
export type Direction = z.infer<typeof Direction>;

const text = z.string().max(512);
/** Fits 32 bits: the worker's messages hold no more. */
const small = z.int().nonnegative().max(0xffff_ffff);

// Optional fields below are absent rather than undefined, so that the parsed values fit mediasoup's own types.

export const IceParameters = z.object({
  usernameFragment: text,
  password: text,
  iceLite: z.boolean().exactOptional(),
});

export type IceParameters = z.infer<typeof IceParameters>;

const IceCandidate = z.object({
  foundation: text,
  priority: small,
  ip: text,
  address: text,
  protocol: z.enum(['udp', 'tcp']),
  port: small,
  type: z.enum(['host', 'srflx', 'prflx', 'relay']),
  tcpType: z.enum(['active', 'passive', 'so']).exactOptional(),
});

export const DtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).exactOptional(),
  fingerprints: z
    .array(z.object({ algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']), value: text }))
    .min(1)
    .max(8),
});

export type DtlsParameters = z.infer<typeof DtlsParameters>;

const codecParameters = z.record(z.string().max(64), z.union([z.string().max(256), z.number()]));
const rtcpFeedback = z.object({ type: text, parameter: text.exactOptional() });

const mimeType = z.custom<`${'audio' | 'video'}/${string}`>(
  (value) => typeof value === 'string' && /^(audio|video)\/[\w-]{1,32}$/.test(value),
);

const codec = {
  clockRate: small,
  channels: small.max(8).exactOptional(),
  parameters: codecParameters.exactOptional(),
  rtcpFeedback: z.array(rtcpFeedback).max(16).exactOptional(),
};

const headerExtensionUri = z.custom<HeaderExtensionUri>((value) => typeof value === 'string' && value.length <= 128);

type HeaderExtensionUri =
  | 'urn:3gpp:video-orientation'
  | 'urn:ietf:params:rtp-hdrext:sdes:mid'
  | 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id'
  | 'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id'
  | 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time';

export const RtpParameters = z.object({
  mid: text.exactOptional(),
  msid: text.exactOptional(),
  codecs: z
    .array(z.object({ mimeType, payloadType: small.max(127), ...codec }))
    .min(1)
    .max(16),
  headerExtensions: z
    .array(
      z.object({
        uri: headerExtensionUri,
        id: small.max(255),
        encrypt: z.boolean().exactOptional(),
        parameters: codecParameters.exactOptional(),
      }),
    )
    .max(32)
    .exactOptional(),
  encodings: z
    .array(
      z.object({
        ssrc: small.exactOptional(),
        rid: text.exactOptional(),
        codecPayloadType: small.max(127).exactOptional(),
        rtx: z.object({ ssrc: small }).exactOptional(),
        dtx: z.boolean().exactOptional(),
        scalabilityMode: text.exactOptional(),
        scaleResolutionDownBy: z.number().exactOptional(),
        maxBitrate: small.exactOptional(),
      }),
    )
    .max(4)
    .exactOptional(),
  rtcp: z
    .object({ cname: text.exactOptional(), reducedSize: z.boolean().exactOptional(), mux: z.boolean().exactOptional() })
    .exactOptional(),
});
export type RtpParameters = z.infer<typeof RtpParameters>;

export const RtpCapabilities = z.object({
  codecs: z
    .array(z.object({ kind: z.enum(['audio', 'video']), mimeType, preferredPayloadType: small.max(127), ...codec }))
    .max(64)
    .exactOptional(),
  headerExtensions: z
    .array(
      z.object({
        kind: z.enum(['audio', 'video']),
        uri: headerExtensionUri,
        preferredId: small.max(255),
        preferredEncrypt: z.boolean().exactOptional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
});
export type RtpCapabilities = z.infer<typeof RtpCapabilities>;

/** What a client needs to reach a transport of the SFU. */
export const TransportParameters = z.object({
  transportId: TransportId,
  iceParameters: IceParameters,
  iceCandidates: z.array(IceCandidate),
  dtlsParameters: DtlsParameters,
});
export type TransportParameters = z.infer<typeof TransportParameters>;

export const mediaCommands = {
  /** What the SFU can send and receive on each plane. */
  'media:capabilities': {
    input: z.strictObject({}),
    output: z.object({ room: RtpCapabilities, voice: RtpCapabilities }),
  },
  /**
   * One transport per plane and direction. Asking again replaces the former one and ends everything on it: a sending
   * client must produce its sources again, and a receiving client must send `media:listen` again.
   */
  'media:open-transport': {
    input: z.strictObject({ plane: Plane, direction: Direction }),
    output: TransportParameters,
  },
  'media:connect-transport': {
    input: z.strictObject({ transportId: TransportId, dtlsParameters: DtlsParameters }),
    output: z.null(),
  },
  'media:restart-ice': {
    input: z.strictObject({ transportId: TransportId }),
    output: z.object({ iceParameters: IceParameters }),
  },
  /** Sends a captured source. The server decides which track it becomes and who may hear it. */
  'media:produce': {
    input: z.strictObject({ transportId: TransportId, source: z.enum(SOURCES), rtpParameters: RtpParameters }),
    output: z.object({ producerId: z.string() }),
  },
  'media:stop-producing': { input: z.strictObject({ source: z.enum(SOURCES) }), output: z.null() },
  /** What this client can decode: the server sends `media:consume` for all that it may hear. */
  'media:listen': {
    input: z.strictObject({ plane: Plane, rtpCapabilities: RtpCapabilities }),
    output: z.null(),
  },
  /** The client has set up the consumer, so the server can start it. */
  'media:resume': { input: z.strictObject({ consumerId: ConsumerId }), output: z.null() },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export const mediaNotices = {
  /** A track that this client may hear now. It is paused until `media:resume`. */
  'media:consume': z.object({
    consumerId: ConsumerId,
    producerId: z.string(),
    transportId: TransportId,
    plane: Plane,
    kind: z.enum(['audio', 'video']),
    track: z.enum(TRACKS),
    from: ParticipantId,
    rtpParameters: RtpParameters,
  }),
  'media:unconsume': z.object({ consumerId: ConsumerId }),
  /** The plane's router is gone because a worker died; transports must be opened again. */
  'media:reset': z.object({ plane: Plane }),
} satisfies Record<string, z.ZodType>;
