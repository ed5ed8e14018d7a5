import type { RecorderInput } from './recorderInput.ts';

/** How long a packet that is missing is waited for, in µs: about as long as its sender takes to send it again. */
const WAIT_FOR_LOST_US = 200_000;

/** How long a piece of the file is, in ms: what is lost when a recorder is killed is this and what is on its way. */
const CLUSTER_MS = 300;

/** The longest that sound or picture waits for the other, in µs. */
const WAIT_FOR_OTHER_US = 500_000;

/** The longest that the first picture is waited for, in µs. A picture's size must be known before the file can begin. */
const WAIT_FOR_PICTURE_US = 10_000_000;

/**
 * A picture that WebM does not hold is encoded as VP8, as fast as it comes. A file keeps one size, and a phone may be
 * turned: so each picture fits into this one, whole and upright, with black beside it.
 */
const ENCODED_PICTURE = [
  ...['-vf', 'scale=640:480:force_original_aspect_ratio=decrease:force_divisible_by=2,pad=640:480:-1:-1'],
  ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-lag-in-frames', '0', '-b:v', '900k', '-g', '60'],
  // Each picture at its own moment, to the millisecond, and none made up.
  ...['-fps_mode', 'passthrough', '-enc_time_base', '1:1000'],
];

/**
 * What ffmpeg is told: WebM on stdout, written as it comes. The picture is copied where WebM holds it. Sound is encoded
 * anew, so that a hole in it (lost packets, a voice that was shut) becomes silence of the same length: players count samples
 * and jump holes.
 */
export function ffmpegArguments({ sdp, picture }: RecorderInput): readonly string[] {
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
    // A voice may be shut for as long as it likes: without this, ffmpeg gives up after ten seconds without a packet.
    ...['-listen_timeout', '0'],
    // Decoding in several threads holds back as many pictures.
    ...(picture === 'encoded' ? ['-threads:v', '1'] : []),
    ...['-f', 'sdp', '-i', `data:application/sdp;base64,${Buffer.from(sdp).toString('base64')}`],
    ...['-map', '0', ...(picture === 'encoded' ? ENCODED_PICTURE : ['-c:v', 'copy'])],
    ...['-c:a', 'libopus', '-b:a', '48k', '-compression_level', '0'],
    ...['-af', 'aresample=async=1000', '-avoid_negative_ts', 'disabled'],
    ...['-f', 'webm', '-live', '1', '-flush_packets', '1', '-cluster_time_limit', String(CLUSTER_MS)],
    ...['-max_interleave_delta', String(WAIT_FOR_OTHER_US), 'pipe:1'],
  ];
}
