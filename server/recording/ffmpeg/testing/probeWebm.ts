import { spawnSync } from 'node:child_process';

type ProbedFrame = { readonly kind: 'audio' | 'video'; readonly atMs: number; readonly isKey: boolean };

/**
 * What ffprobe finds in a file: every packet, in the file's own time, and whether everything can be decoded. For tests.
 */
export function probeWebm(file: Uint8Array): { readonly frames: readonly ProbedFrame[]; readonly faults: string } {
  const entries = 'packet=codec_type,pts_time,flags';
  const args = ['-v', 'error', '-show_entries', entries, '-of', 'csv=p=0', '-i', 'pipe:0'];
  const { stdout } = spawnSync('ffprobe', args, { input: file, encoding: 'utf8' });
  const frames = stdout
    .split('\n')
    .map((line) => line.split(','))
    .flatMap(([kind, seconds, flags]): ProbedFrame[] =>
      kind === 'audio' || kind === 'video'
        ? [{ kind, atMs: Number(seconds) * 1_000, isKey: flags?.startsWith('K') === true }]
        : [],
    );
  const decoded = spawnSync('ffmpeg', ['-v', 'error', '-i', 'pipe:0', '-f', 'null', '-'], {
    input: file,
    encoding: 'utf8',
  });
  // The null output counts in whole frames and complains, once or repeatedly, if two fall together.
  const faults = decoded.stderr
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('[null @') && !line.includes('Last message repeated'));
  return { frames, faults: faults.join('\n') };
}

/**
 * The codec of a file's picture, and the size of the shown picture without black edges at the end of the file. For
 * tests.
 */
export function pictureSize(file: Uint8Array) {
  const entries = ['-show_entries', 'stream=codec_name', '-select_streams', 'v', '-of', 'csv=p=0'];
  const { stdout } = spawnSync('ffprobe', ['-v', 'error', ...entries, 'pipe:0'], { input: file, encoding: 'utf8' });
  const cropped = spawnSync('ffmpeg', ['-i', 'pipe:0', '-vf', 'cropdetect=round=2', '-f', 'null', '-'], {
    input: file,
    encoding: 'utf8',
  });
  const [, width, height] = [...cropped.stderr.matchAll(/crop=(\d+):(\d+)/g)].at(-1) ?? [];
  return { codec: stdout.trim(), shown: { width: Number(width), height: Number(height) } };
}
