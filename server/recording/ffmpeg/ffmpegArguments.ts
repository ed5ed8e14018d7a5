/** How long a packet that is missing is waited for, in µs: about as long as its sender takes to send it again. */
const WAIT_FOR_LOST_US = 200_000;

/** How long a piece of the file is, in ms: what is lost when a recorder is killed is this and what is on its way. */
const CLUSTER_MS = 300;

/** The longest that sound or picture waits for the other, in µs. */
const WAIT_FOR_OTHER_US = 500_000;

/** The longest that the first picture is waited for, in µs. A picture's size must be known before the file can begin. */
const WAIT_FOR_PICTURE_US = 10_000_000;

/**
 * What ffmpeg is told: WebM on stdout, written as it comes. The picture is copied. Sound is encoded anew, so that a hole
 * in it (lost packets, a voice that was shut) becomes silence of the same length: players count samples and jump holes.
 */
export function ffmpegArguments(sdp: string, { hasPicture }: { readonly hasPicture: boolean }): readonly string[] {
  const probe = hasPicture
    ? ['-analyzeduration', String(WAIT_FOR_PICTURE_US), '-probesize', '1000000', '-fpsprobesize', '0']
    : ['-analyzeduration', '0', '-probesize', '32'];
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
    ...['-f', 'sdp', '-i', `data:application/sdp;base64,${Buffer.from(sdp).toString('base64')}`],
    ...['-map', '0', '-c:v', 'copy', '-c:a', 'libopus', '-b:a', '48k', '-compression_level', '0'],
    ...['-af', 'aresample=async=1000', '-avoid_negative_ts', 'disabled'],
    ...['-f', 'webm', '-live', '1', '-flush_packets', '1', '-cluster_time_limit', String(CLUSTER_MS)],
    ...['-max_interleave_delta', String(WAIT_FOR_OTHER_US), 'pipe:1'],
  ];
}
