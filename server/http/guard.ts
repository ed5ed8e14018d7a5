import helmet from '@fastify/helmet';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hostOf } from '#server/config/hostOf.ts';
import { isThisMachine } from '#server/config/isThisMachine.ts';
import { isUnencrypted } from '#server/network/isUnencrypted.ts';
import type { HttpFailure } from '#shared/protocol/http/failure.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';

type Ports = Pick<HttpPorts, 'publicUrl' | 'trustedOrigins' | 'trustsProxy' | 'pages' | 'refusals'>;

/** Sets security headers for every answer, and refuses requests that came unencrypted or that the pages of other sites make. */
export async function guard(http: Http, ports: Ports): Promise<void> {
  const isHttps = new URL(ports.publicUrl).protocol === 'https:';
  await http.register(helmet, {
    // A nonce would switch off the inline styles and scripts that Vite's development page needs.
    enableCSPNonces: ports.pages.from !== 'development',
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(ports, isHttps) },
    strictTransportSecurity: isHttps && { maxAge: A_YEAR },
    xFrameOptions: { action: 'deny' },
  });

  http.addHook('onRequest', async ({ raw, method, headers, routeOptions, ip }, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
    // What is about families must not be cached, on the way or on a shared computer. Files of the pages may be.
    reply.header('cache-control', 'no-store');
    if (isUnencrypted(raw, ports.trustsProxy)) {
      ports.refusals.note(ip, 'unencrypted');
      return reply.code(403).send({ error: unencrypted(ports.publicUrl) });
    }
    if (mayChange(method, headers.origin, ports.trustedOrigins) && !isFromElsewhere(headers, routeOptions.url)) return;
    ports.refusals.note(ip, 'origin');
    return reply.code(403).send({ error: 'This page may not ask for that.' });
  });

  http.addHook('onRoute', ({ url, onRequest }) => {
    if (url.startsWith('/api/') && onRequest === undefined) throw new Error(`${url} has no gate.`);
  });
}

/** For people who opened the wrong address, and for an operator whose proxy is not named. */
function unencrypted(publicUrl: string): string {
  const instead = isThisMachine(hostOf(publicUrl))
    ? 'This clinic can only be opened on the machine on which it runs.'
    : `Open ${publicUrl} instead.`;
  return `This came from another machine without encryption. ${instead} If it came by a proxy of the clinic, its address must be in TRUSTED_PROXIES.`;
}

/** How long browsers stay with https, in seconds. */
const A_YEAR = 31_536_000;

/** The answer to an address that cannot be read, which reaches no hook. */
export function answerUnreadable({ refusals, publicUrl }: Pick<Ports, 'refusals' | 'publicUrl'>) {
  const isHttps = new URL(publicUrl).protocol === 'https:';
  return (_error: unknown, { ip }: FastifyRequest, reply: FastifyReply): void => {
    const failure: HttpFailure = { error: 'This address could not be understood.' };
    refusals.note(ip, 'malformed');
    void reply
      .code(400)
      .headers({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'permissions-policy': PERMISSIONS,
        'x-content-type-options': 'nosniff',
        ...(isHttps && { 'strict-transport-security': `max-age=${A_YEAR}; includeSubDomains` }),
      })
      .send(failure);
  };
}

/** The pages need camera, microphone, a lit screen and full screen. Everything else is refused to them too. */
const PERMISSIONS = [
  ...['camera', 'microphone', 'screen-wake-lock', 'fullscreen', 'autoplay', 'speaker-selection'].map(
    (feature) => `${feature}=(self)`,
  ),
  ...['geolocation', 'display-capture', 'payment', 'usb', 'serial', 'bluetooth', 'hid', 'midi'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request may change anything: if it names the page it comes from, that must be one of ours. */
export function mayChange(method: string, origin: string | undefined, trusted: readonly string[]): boolean {
  return SAFE_METHODS.includes(method) || origin === undefined || trusted.includes(origin);
}

/** Whether a page of another site asks for data: browsers say so. A link on another site may only open our pages. */
function isFromElsewhere(headers: FastifyRequest['headers'], route = ''): boolean {
  const site = headers['sec-fetch-site'];
  return (site === 'cross-site' || site === 'same-site') && route.startsWith('/api/');
}

/** Styles need the nonce of their page; Vite's development page has inline styles and scripts. */
function contentPolicy({ trustedOrigins, pages }: Ports, isHttps: boolean) {
  const sockets = trustedOrigins.map((origin) => origin.replace(/^http/, 'ws'));
  const inline = pages.from === 'development' ? ["'unsafe-inline'"] : [];
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", ...inline],
    styleSrc: ["'self'", ...inline],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'", ...sockets],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    ...(pages.from === 'development' ? {} : { requireTrustedTypesFor: ["'script'"], trustedTypes: ['default'] }),
    ...(isHttps && { upgradeInsecureRequests: [] }),
  };
}
