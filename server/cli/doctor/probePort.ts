import { Health } from '#shared/protocol/clinic.ts';
import { createServer } from 'node:net';
import { ROUTES } from '#shared/protocol/http.ts';
import { Unwell } from '#shared/protocol/unwell.ts';
import type { Finding } from './finding.ts';

const DEFAULT_PORT = 3000;
const ANSWER_TIMEOUT_MS = 2000;

export async function probePort(env: NodeJS.ProcessEnv): Promise<Finding> {
  const port = Number(env['PORT'] ?? DEFAULT_PORT);
  const name = 'Port';
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return {
      name,
      state: 'missing',
      found: `PORT is “${env['PORT'] ?? ''}”`,
      advice: 'Set PORT to a number from 1 to 65535.',
    };
  }
  const refusal = await whyNotFree(port);
  if (!refusal) return { name, state: 'good', found: `${port} is free` };
  if (refusal === 'EADDRINUSE' && (await isEarshot(port)))
    return { name, state: 'good', found: `${port}: Earshot is running` };
  const found =
    refusal === 'EADDRINUSE' ? `${port} is taken by another program` : `${port} cannot be used (${refusal})`;
  return { name, state: 'missing', found, advice: 'Set PORT to another number.' };
}

/** The system's name for what stands against listening there, or nothing. */
function whyNotFree(port: number): Promise<string | undefined> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => answer(error.code ?? error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => answer(undefined)));
  });
}

async function isEarshot(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${ROUTES.health}`, {
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    return Health.or(Unwell).safeParse(await response.json()).success;
  } catch {
    return false; // whatever it is, it does not speak HTTP as Earshot does
  }
}
