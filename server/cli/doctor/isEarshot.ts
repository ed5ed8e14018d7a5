import { once } from 'node:events';
import { get as getOverHttp, IncomingMessage } from 'node:http';
import { get as getOverHttps } from 'node:https';
import { json } from 'node:stream/consumers';
import { Health } from '#shared/protocol/clinic.ts';
import { HttpFailure } from '#shared/protocol/http/failure.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import type { Config } from '#server/config/config.ts';

const ANSWER_TIMEOUT_MS = 2_000;

/** The address that reaches a server which listens on every address. */
const HERE = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
]);

/** Whether an Earshot server, healthy or not, answers where this one would listen. */
export async function isEarshot({ host, port, tls }: Pick<Config, 'host' | 'port' | 'tls'>): Promise<boolean> {
  const where = { host: HERE.get(host) ?? host, port, path: pathOf('clinic:health') };
  const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  try {
    // The certificate is for the clinic's name, not for this address, and the request contains nothing secret.
    const request = tls
      ? getOverHttps({ ...where, signal, rejectUnauthorized: false })
      : getOverHttp({ ...where, signal });
    const answer: unknown[] = await once(request, 'response');
    const response = answer[0];
    if (!(response instanceof IncomingMessage)) return false;
    // 403 if HOST is the machine's address in the network: without https, only loopback is taken unencrypted.
    const content = [403, 503].includes(response.statusCode ?? 0) ? HttpFailure : Health;
    return content.safeParse(await json(response)).success;
  } catch {
    return false; // not HTTP, or not an answer of Earshot
  }
}
