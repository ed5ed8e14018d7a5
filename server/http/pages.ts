import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** The source of the pages: a built folder, or a development server in this process. */
export type Pages =
  | { readonly from: 'folder'; readonly folder: string }
  | {
      readonly from: 'development';
      /** Starts serving pages beside our own routes on this server. */
      readonly start: (server: Server) => Promise<DevelopmentPages>;
    }
  | { readonly from: 'nowhere' };

type DevelopmentPages = {
  readonly serve: (request: IncomingMessage, response: ServerResponse) => void;
  readonly close: () => Promise<void>;
};
