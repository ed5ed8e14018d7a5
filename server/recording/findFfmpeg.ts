import { findProgram } from '#server/cli/findProgram.ts';

/** The program that records: the one that FFMPEG_BIN names, or the machine's. */
export function findFfmpeg(env: NodeJS.ProcessEnv): string | undefined {
  return env['FFMPEG_BIN'] || findProgram('ffmpeg', env);
}
