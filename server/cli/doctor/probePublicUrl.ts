import { once } from 'node:events';
import { type IncomingMessage, request as requestOverHttp } from 'node:http';
import { request as requestOverHttps } from 'node:https';
import { json } from 'node:stream/consumers';
import { Health } from '#shared/protocol/clinic.ts';
import { HttpFailure } from '#shared/protocol/http/failure.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { type Config, readConfig } from '#server/config/config.ts';
import { hostOf } from '#server/config/hostOf.ts';
import { isThisMachine } from '#server/config/isThisMachine.ts';
import type { Finding } from './finding.ts';

const name = 'PUBLIC_URL';
const ANSWER_TIMEOUT_MS = 5_000;

/** What a page and a socket find at the address that people open. */
export type Reached = {
  readonly page: 'earshot' | 'refused-unencrypted' | 'something-else' | { readonly failed: string };
  readonly sockets: boolean;
};

/** Tries the address that people open as a browser does: its name, its certificate, the proxy, and sockets. */
export async function probePublicUrl(env: NodeJS.ProcessEnv, reach = reachAs): Promise<Finding> {
  const config = configOf(env);
  if (config === undefined) return { name, state: 'missing', found: 'not checked', advice: 'Fix the settings first.' };
  const { publicUrl } = config;
  if (isThisMachine(hostOf(publicUrl)))
    return { name, state: 'good', found: `${publicUrl} is this machine: others cannot open it` };
  return { name, ...findingOf(publicUrl, await reach(publicUrl)) };
}

function findingOf(publicUrl: string, { page, sockets }: Reached): Omit<Finding, 'name'> {
  if (typeof page === 'object') {
    const advice = ADVICE[page.failed] ?? 'Check that the proxy runs and that this machine can reach it.';
    return { state: 'optional', found: `${publicUrl} cannot be reached from here (${page.failed})`, advice };
  }
  if (page === 'refused-unencrypted') {
    const found = `the proxy at ${publicUrl} is not known to the server, which takes its requests for unencrypted ones`;
    return { state: 'missing', found, advice: 'Set TRUSTED_PROXIES to the address from which the proxy asks.' };
  }
  if (page === 'something-else') {
    const found = `something else than Earshot answers at ${publicUrl}`;
    return { state: 'optional', found, advice: 'Start the server, and let the proxy lead to its PORT.' };
  }
  if (!sockets) {
    const found = `${publicUrl} does not pass WebSockets on, so no session can be joined`;
    return { state: 'missing', found, advice: 'Let the proxy pass the headers Connection and Upgrade on.' };
  }
  return { state: 'good', found: `${publicUrl} answers, with sockets` };
}

/** By the code of the error. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name is unknown: correct it, or add it to DNS.',
  EAI_AGAIN: 'The name could not be looked up: check this machine’s DNS.',
  CERT_HAS_EXPIRED: 'The certificate has expired: renew it.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Browsers trust no self-signed certificate: get one from an authority.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The certificate comes without those between it and its authority: send the whole chain.',
};

function configOf(env: NodeJS.ProcessEnv): Config | undefined {
  try {
    return readConfig(env);
  } catch {
    return undefined; // `probeSettings` says why
  }
}

export async function reachAs(publicUrl: string): Promise<Reached> {
  try {
    return { page: await pageAt(publicUrl), sockets: await passesSockets(publicUrl) };
  } catch (error) {
    const failed = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    return { page: { failed }, sockets: false };
  }
}

async function pageAt(publicUrl: string): Promise<Reached['page']> {
  const [answer] = (await once(ask(publicUrl, pathOf('clinic:health'), {}), 'response')) as [IncomingMessage];
  const content: unknown = await json(answer).catch(() => undefined);
  if (Health.safeParse(content).success) return 'earshot';
  if (!HttpFailure.safeParse(content).success) return 'something-else';
  return answer.statusCode === 403 ? 'refused-unencrypted' : 'earshot';
}

async function passesSockets(publicUrl: string): Promise<boolean> {
  const upgrade = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'ZWFyc2hvdCBkb2N0b3IhIQ==',
    Origin: publicUrl,
  };
  const asked = ask(publicUrl, '/socket.io/?EIO=4&transport=websocket', upgrade);
  return new Promise((resolve, reject) => {
    asked.once('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(true);
    });
    asked.once('response', (response) => {
      response.resume();
      resolve(false);
    });
    asked.once('error', reject);
  });
}

function ask(publicUrl: string, path: string, headers: Readonly<Record<string, string>>) {
  const request = publicUrl.startsWith('https:') ? requestOverHttps : requestOverHttp;
  const asked = request(new URL(path, publicUrl), { headers, signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
  asked.end();
  return asked;
}
