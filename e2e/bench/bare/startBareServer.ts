import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type BareServer = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts the baseline server beside the data folder of the measured server. */
export async function startBareServer(): Promise<BareServer> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-bare-'));
  const script = join(import.meta.dirname, 'bareServer.ts');
  const server = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(server, 'exit');
  const [port] = (await Promise.race([once(server.stdout, 'data'), gone])) as [unknown];
  if (!Buffer.isBuffer(port)) throw new Error('The bare server did not start.');
  return {
    url: `http://localhost:${port.toString().trim()}`,
    async stop() {
      server.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
