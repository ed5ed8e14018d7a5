import { findExecutable } from './findExecutable.ts';

/** The path of ffmpeg, which records: the one that FFMPEG_BIN names, or the one on PATH. */
export function findFfmpeg(env: NodeJS.ProcessEnv): string | undefined {
  const named = env['FFMPEG_BIN'];
  return named === undefined || named === '' ? findExecutable('ffmpeg', env) : named;
}
