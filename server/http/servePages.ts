import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Http } from './http.ts';
import type { Pages } from './pages.ts';

const A_YEAR_S = 365 * 24 * 3_600;

/** Any address outside `/api` without a file is the app's page. Only files with a hash in their name stay cached. */
export async function servePages(http: Http, pages: Pages): Promise<void> {
  if (pages.from === 'folder') {
    await http.register(fastifyStatic, {
      root: pages.folder,
      index: false,
      cacheControl: false,
      // The build writes a .br and a .gz beside each text file.
      preCompressed: true,
      // The page itself gets a nonce below.
      allowedPath: (path) => path !== '/' && path !== '/index.html',
      setHeaders: (reply, path) => {
        const hashed = /[/\\]assets[/\\]/.test(path);
        reply.header('cache-control', hashed ? `public, max-age=${A_YEAR_S}, immutable` : 'no-cache');
      },
    });
  }
  const development = pages.from === 'development' ? await pages.start(http.server) : undefined;
  if (development) http.addHook('onClose', () => development.close());

  http.setNotFoundHandler(async ({ method, url, raw }, reply) => {
    const wantsPage =
      (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/') && !url.startsWith('/assets/');
    if (wantsPage && pages.from === 'folder') {
      const page = await readFile(join(pages.folder, 'index.html'), 'utf8');
      return reply.type('text/html; charset=utf-8').send(page.replace('{{style-nonce}}', reply.cspNonce.style));
    }
    if (development && (!url.startsWith('/api/') || isSource(url))) {
      reply.hijack();
      development.serve(raw, reply.raw);
      return;
    }
    return reply.code(404).send({ error: 'There is nothing here.' });
  });
}

/** Whether this is a source file of the pages. Some are in a folder that is called `api` too. */
function isSource(url: string): boolean {
  return /^[^?]+[.]tsx?(?:[?]|$)/u.test(url);
}
