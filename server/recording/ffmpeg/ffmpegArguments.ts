import type { Turn } from '#server/media/mediaServer.ts';
import type { RecorderInput } from './recorderInput.ts';

/** How long to wait for a missing packet, in µs: about as long as a retransmission takes. */
const WAIT_FOR_LOST_US = 200_000;

/** The length of a piece of the file, in ms. A killed recorder loses one piece and what is on its way. */
const CLUSTER_MS = 300;

/** The longest that sound or picture waits for the other, in µs. */
const WAIT_FOR_OTHER_US = 500_000;

/** The longest wait for the first picture, in µs. The file cannot begin before a picture's size is known. */
const WAIT_FOR_PICTURE_US = 10_000_000;

const TURNED: Readonly<Record<Turn, readonly string[]>> = {
  0: [],
  90: ['transpose=clock'],
  180: ['hflip', 'vflip'],
  270: ['transpose=cclock'],
};

/** A picture whose longer side is larger than this costs more to encode than it adds. */
const MADE_SMALLER = "scale='if(gte(iw,ih),min(960,iw),-2)':'if(gte(iw,ih),-2,min(960,ih))'";

/** Fitted whole with black beside it: a file keeps one picture size, and a camera may be turned without saying so. */
const FITTED = 'scale=640:480:force_original_aspect_ratio=decrease:force_divisible_by=2,pad=640:480:-1:-1';

/** A picture that WebM does not support is encoded as VP8, at the speed at which it arrives. */
function encoding({ picture, turn }: RecorderInput): readonly string[] {
  return [
    ...['-vf', [...TURNED[turn], picture === 'fitted' ? FITTED : MADE_SMALLER].join(',')],
    ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-lag-in-frames', '0', '-b:v', '900k', '-g', '60'],
    // Each picture at its own time, to the millisecond, and none duplicated.
    ...['-fps_mode', 'passthrough', '-enc_time_base', '1:1000'],
  ];
}

/**
 * WebM on stdout, written as it arrives. Pictures are copied if WebM supports them. Sound is encoded again, so that a
 * hole (lost packets, a shut voice) becomes silence of the same length: players count samples and skip holes.
 */
export function ffmpegArguments(input: RecorderInput): readonly string[] {
  const { sdp, picture } = input;
  const isEncoded = picture === 'encoded' || picture === 'fitted';
  const probe =
    picture === 'none'
      ? ['-analyzeduration', '0', '-probesize', '32']
      : ['-analyzeduration', String(WAIT_FOR_PICTURE_US), '-probesize', '1000000', '-fpsprobesize', '0'];
  return [
    ...['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'repeat+verbose'],
    ...[
      '-protocol_whitelist',
      'data,rtp,udp',
      '-fflags',
      '+nobuffer',
      ...probe,
      '-max_delay',
      String(WAIT_FOR_LOST_US),
    ],
    // Times count from the first sender report on, not from the first packet. Packets wait in a thread of their own.
    ...['-copyts', '-thread_queue_size', '1024'],
    // A voice may be shut for any length of time. Without this, ffmpeg gives up after ten seconds without a packet.
    ...['-listen_timeout', '0'],
    // Each decoding thread would hold back one more picture.
    ...(isEncoded ? ['-threads:v', '1'] : []),
    ...['-f', 'sdp', '-i', `data:application/sdp;base64,${Buffer.from(sdp).toString('base64')}`],
    ...['-map', '0', ...(isEncoded ? encoding(input) : ['-c:v', 'copy'])],
    ...['-c:a', 'libopus', '-b:a', '48k', '-compression_level', '0'],
    ...['-af', 'aresample=async=1000', '-avoid_negative_ts', 'disabled'],
    ...['-f', 'webm', '-live', '1', '-flush_packets', '1', '-cluster_time_limit', String(CLUSTER_MS)],
    ...['-max_interleave_delta', String(WAIT_FOR_OTHER_US), 'pipe:1'],
  ];
}
