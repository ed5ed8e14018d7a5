import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEDIA_BUFFER_BYTES } from '#server/media/keptWorker.ts';
import type { Finding } from './finding.ts';

const name = 'Media buffers';
const SETTINGS = ['rmem_max', 'wmem_max'];

/** Linux silently grants a port smaller buffers than it asks for. Other systems do not say what they grant. */
export async function probeMediaBuffers(_env: NodeJS.ProcessEnv, folder = '/proc/sys/net/core'): Promise<Finding> {
  const tooSmall = SETTINGS.filter((setting) => mostOf(join(folder, setting)) < MEDIA_BUFFER_BYTES);
  if (tooSmall.length === 0) return { name, state: 'good', found: 'large enough for many sessions' };
  const found = `too small for many sessions at once: ${tooSmall.map((setting) => `net.core.${setting}`).join(', ')}`;
  const lines = tooSmall.map((setting) => `net.core.${setting}=${MEDIA_BUFFER_BYTES}`).join(' and ');
  const advice = `Packets may be lost. Write ${lines} into /etc/sysctl.d/earshot.conf, and run “sysctl --system”.`;
  return { name, state: 'optional', found, advice };
}

function mostOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return Number.POSITIVE_INFINITY; // not Linux, or not to be read here
  }
}
