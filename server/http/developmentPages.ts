import { join } from 'node:path';
import type { Pages } from './pages.ts';

/** What pages are made of, below the root of the package. Nothing else of it is read for a browser: not the keys of clips, not the data. */
const READ = ['client', 'shared', 'node_modules'];

/** Pages as Vite serves them while somebody works on them: from their sources, on the server's own port, kept fresh. */
export function developmentPages(root: string): Pages {
  return {
    from: 'development',
    async start(server) {
      const { createServer } = await import('vite');
      const vite = await createServer({
        configFile: join(root, 'vite.config.ts'),
        root: join(root, 'client'),
        server: { middlewareMode: { server }, ws: { server }, fs: { allow: READ.map((folder) => join(root, folder)) } },
        logLevel: 'warn',
      });
      return {
        serve: (request, response) =>
          vite.middlewares(request, response, () => {
            response.writeHead(404).end();
          }),
        close: () => vite.close(),
      };
    },
  };
}
