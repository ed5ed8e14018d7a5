import type { FedSource } from '#server/media/feed.ts';
import { kindOf } from '#shared/protocol/media.ts';

/** What can be recorded, and whether a WebM file takes it as it is or it is encoded anew. */
const CODECS: ReadonlyMap<string, 'copied' | 'encoded'> = new Map([
  ['audio/opus', 'encoded'],
  ['video/vp8', 'copied'],
  ['video/h264', 'encoded'],
]);

/** What ffmpeg is told of what it gets. */
export type RecorderInput = {
  /** What comes where (RFC 8866). */
  readonly sdp: string;
  readonly picture: 'none' | 'copied' | 'encoded';
};

/** Describes the sources of a recorder. Undefined where one is of a codec that is not recorded. */
export function recorderInput(sources: readonly FedSource[]): RecorderInput | undefined {
  const media = sources.map(describe);
  if (media.includes(undefined)) return undefined;
  const sdp = ['v=0', 'o=- 0 0 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', ...media.flat(), ''].join(
    '\r\n',
  );
  const camera = sources.find(({ source }) => kindOf(source) === 'video');
  return { sdp, picture: (camera && CODECS.get(codecOf(camera))) ?? 'none' };
}

function codecOf({ rtpParameters }: FedSource): string {
  return rtpParameters.codecs[0]?.mimeType.toLowerCase() ?? '';
}

function describe(fed: FedSource): string[] | undefined {
  const { source, port, rtpParameters } = fed;
  const [codec] = rtpParameters.codecs;
  if (!codec || !CODECS.has(codecOf(fed))) return undefined;
  const { payloadType, mimeType, clockRate, channels, parameters = {} } = codec;
  const name = [mimeType.split('/')[1], clockRate, channels].filter(Boolean).join('/');
  const settings = Object.entries(parameters).map(([key, value]) => `${key}=${String(value)}`);
  return [
    `m=${kindOf(source)} ${port} RTP/AVP ${payloadType}`,
    `a=rtpmap:${payloadType} ${name}`,
    ...(kindOf(source) === 'video' && settings.length > 0 ? [`a=fmtp:${payloadType} ${settings.join(';')}`] : []),
    'a=recvonly',
  ];
}
