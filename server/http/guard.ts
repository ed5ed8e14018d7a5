import helmet from '@fastify/helmet';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';

/** Sets security headers for our pages, and refuses changes from other sites' pages. */
export async function guard(
  http: Http,
  ports: Pick<HttpPorts, 'publicUrl' | 'trustedOrigins' | 'pages'>,
): Promise<void> {
  const isHttps = new URL(ports.publicUrl).protocol === 'https:';
  await http.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(ports, isHttps) },
    strictTransportSecurity: isHttps,
    xFrameOptions: { action: 'deny' },
  });

  http.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(self), screen-wake-lock=(self), geolocation=()');
    // Data about families must not be cached, on the way or on a shared computer.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    if (mayChange(request.method, request.headers.origin, ports.trustedOrigins)) return;
    return reply.code(403).send({ error: 'This page may not ask for that.' });
  });

  http.addHook('onRoute', ({ url, onRequest }) => {
    if (url.startsWith('/api/') && onRequest === undefined) throw new Error(`${url} has no gate.`);
  });
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request may change anything: if it names the page it comes from, that must be one of ours. */
export function mayChange(method: string, origin: string | undefined, trusted: readonly string[]): boolean {
  return SAFE_METHODS.includes(method) || origin === undefined || trusted.includes(origin);
}

/** Mantine sets style attributes; Vite's development page has an inline script. */
function contentPolicy({ trustedOrigins, pages }: Pick<HttpPorts, 'trustedOrigins' | 'pages'>, isHttps: boolean) {
  const sockets = trustedOrigins.map((origin) => origin.replace(/^http/, 'ws'));
  return {
    defaultSrc: ["'self'"],
    scriptSrc: pages.from === 'development' ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'", ...sockets],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    ...(isHttps && { upgradeInsecureRequests: [] }),
  };
}
