import type { Finding } from './finding.ts';

const OLDEST_NODE = 24;

export async function probeNode(_env: NodeJS.ProcessEnv, version = process.versions.node): Promise<Finding> {
  const found = `${version} for ${process.platform} ${process.arch}`;
  if (Number.parseInt(version) >= OLDEST_NODE) return { name: 'Node', state: 'good', found };
  const advice = `Earshot needs Node ${OLDEST_NODE} or newer. “tools/setup run” fetches one for this folder.`;
  return { name: 'Node', state: 'missing', found, advice };
}
