import { join } from 'node:path';
import type { Pages } from './pages.ts';

/** Folders that browsers may read, below the root of the package. Excludes the keys of clips and the data. */
const READ = ['client', 'shared', 'node_modules'];

/** Pages from their sources by Vite, on the server's own port, with hot reload. */
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
