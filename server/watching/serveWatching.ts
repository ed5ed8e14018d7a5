import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';

type Ports = {
  readonly registry: Registry;
  /** Why the server should get no new visitors now. Nothing if it is ready. */
  readonly unready: () => readonly string[];
};

type Place = { readonly host: string; readonly port: number };

/**
 * Answers those who watch a server, at a place of its own that visitors do not reach: `/healthz` as long as it answers at all,
 * `/readyz` if it may get visitors, and `/metrics` for Prometheus. Resolves to a function that stops it.
 */
export async function serveWatching({ registry, unready }: Ports, { host, port }: Place): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    answer(request.url, response).catch(() => {
      response.statusCode = 500;
      response.end();
    });
  });

  async function answer(url: string | undefined, response: ServerResponse): Promise<void> {
    if (url === '/healthz') {
      response.end('alive\n');
      return;
    }
    if (url === '/readyz') {
      const why = unready();
      response.statusCode = why.length === 0 ? 200 : 503;
      response.end(why.length === 0 ? 'ready\n' : `${why.join('\n')}\n`);
      return;
    }
    if (url === '/metrics') {
      const metrics = await registry.metrics();
      response.setHeader('content-type', registry.contentType);
      response.end(metrics);
      return;
    }
    response.statusCode = 404;
    response.end();
  }

  server.listen(port, host);
  await once(server, 'listening');
  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
}
