import { parseArgs } from 'node:util';
import type { Command } from '../runCommand.ts';
import { canRun, reportLines, type Probe } from './finding.ts';
import { probeDatabase } from './probeDatabase.ts';
import { probeNode } from './probeNode.ts';
import { probeChromium, probeFfmpeg } from './probeExecutables.ts';
import { probeMediaBuffers } from './probeMediaBuffers.ts';
import { probeMediaPorts, probePort, probeServer, probeSettings } from './probeStart.ts';
import { probePublicUrl } from './probePublicUrl.ts';
import { probeWorker } from './probeWorker.ts';

const PROBES: readonly Probe[] = [
  probeNode,
  probeWorker,
  probeSettings,
  probeDatabase,
  probeServer,
  probePort,
  probeMediaPorts,
  probeMediaBuffers,
  probePublicUrl,
  probeFfmpeg,
  probeChromium,
];

export const doctor = aDoctor(PROBES);

/** Checks everything that Earshot needs, and says what to do about what is missing. */
export function aDoctor(probes: readonly Probe[]): Command {
  return {
    usage: '[--json]',
    summary: 'Checks what Earshot needs, and says what to do about anything missing',
    run: async (args, { env, print }) => {
      const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
      const findings = await Promise.all(probes.map((probe) => probe(env)));
      const ready = canRun(findings);
      const lines = values.json ? [JSON.stringify({ ready, findings }, null, 2)] : reportLines(findings);
      for (const line of lines) print(line);
      return ready ? 0 : 1;
    },
  };
}
