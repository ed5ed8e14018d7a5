import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findFfmpeg } from '#server/processes/findFfmpeg.ts';
import { findChromium } from '#server/processes/findChromium.ts';
import type { Finding } from './finding.ts';

const run = promisify(execFile);

export async function probeFfmpeg(env: NodeJS.ProcessEnv): Promise<Finding> {
  const advice =
    'Without it sessions run but are not recorded. On Debian: apt-get install ffmpeg, or name one in FFMPEG_BIN';
  return findingFor({ name: 'ffmpeg', file: findFfmpeg(env), flag: '-version', advice });
}

export async function probeChromium(env: NodeJS.ProcessEnv): Promise<Finding> {
  const advice = 'Only the tests need it. “tools/setup test” brings one.';
  return findingFor({ name: 'Chromium', file: findChromium(env), flag: '--version', advice });
}

type Program = {
  readonly name: string;
  readonly file: string | undefined;
  readonly flag: string;
  readonly advice: string;
};

async function findingFor({ name, file, flag, advice }: Program): Promise<Finding> {
  if (!file) return { name, state: 'optional', found: 'none', advice };
  try {
    const { stdout } = await run(file, [flag]);
    const version = /\d+(\.\d+)+/.exec(stdout)?.[0] ?? 'of an unknown version';
    return { name, state: 'good', found: `${version}, ${file}` };
  } catch {
    return { name, state: 'optional', found: `${file} does not start`, advice };
  }
}
