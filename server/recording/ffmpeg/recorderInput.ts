import type { FedSource } from '#server/media/feed.ts';
import type { Turn } from '#server/media/mediaServer.ts';
import { kindOf } from '#shared/protocol/media.ts';

const CODECS: ReadonlyMap<string, 'copied' | 'encoded' | 'fitted'> = new Map([
  ['audio/opus', 'encoded'],
  ['video/vp8', 'copied'],
  ['video/h264', 'fitted'],
]);

/** The description that ffmpeg gets of its input. */
export type RecorderInput = {
  readonly turn: Turn;
  /** Which source comes on which port (RFC 8866). */
  readonly sdp: string;
  /** Encoded again: `encoded` because it is turned, `fitted` because WebM lacks its codec; its size may change. */
  readonly picture: 'none' | 'copied' | 'encoded' | 'fitted';
};

/** Describes the sources of a recorder. Undefined if one has a codec that is not recorded. */
export function recorderInput(sources: readonly FedSource[], turn: Turn): RecorderInput | undefined {
  const media = sources.map(describe);
  if (media.includes(undefined)) return undefined;
  const sdp = ['v=0', 'o=- 0 0 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', ...media.flat(), ''].join(
    '\r\n',
  );
  const camera = sources.find(({ source }) => kindOf(source) === 'video');
  const becomes = (camera && CODECS.get(codecOf(camera))) ?? 'none';
  return { sdp, turn, picture: becomes === 'copied' && turn !== 0 ? 'encoded' : becomes };
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
