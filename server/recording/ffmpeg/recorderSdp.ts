import type { FedSource } from '#server/media/feed.ts';
import { kindOf } from '#shared/protocol/media.ts';

/** What a WebM file takes as it is. */
const RECORDED_CODECS = ['audio/opus', 'video/vp8'];

/** Tells ffmpeg what comes where (RFC 8866). Undefined where a source is of a codec that is not recorded. */
export function recorderSdp(sources: readonly FedSource[]): string | undefined {
  const media = sources.map(describe);
  if (media.includes(undefined)) return undefined;
  return ['v=0', 'o=- 0 0 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', ...media.flat(), ''].join('\r\n');
}

function describe({ source, port, rtpParameters }: FedSource): string[] | undefined {
  const [codec] = rtpParameters.codecs;
  if (!codec || !RECORDED_CODECS.includes(codec.mimeType.toLowerCase())) return undefined;
  const { payloadType, mimeType, clockRate, channels } = codec;
  const name = [mimeType.split('/')[1], clockRate, channels].filter(Boolean).join('/');
  return [`m=${kindOf(source)} ${port} RTP/AVP ${payloadType}`, `a=rtpmap:${payloadType} ${name}`, 'a=recvonly'];
}
