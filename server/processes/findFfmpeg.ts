import { findExecutable } from './findExecutable.ts';

/** The program that records: the one that FFMPEG_BIN names, or the machine's. */
export function findFfmpeg(env: NodeJS.ProcessEnv): string | undefined {
  const named = env['FFMPEG_BIN'];
  return named === undefined || named === '' ? findExecutable('ffmpeg', env) : named;
}
