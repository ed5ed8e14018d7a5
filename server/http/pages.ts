import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Where the browser's side comes from: a folder that was built, or a development server in this process. */
export type Pages =
  | { readonly from: 'folder'; readonly folder: string }
  | {
      readonly from: 'development';
      /** Starts to serve beside our own routes on this server, and answers with how. */
      readonly start: (server: Server) => Promise<DevelopmentPages>;
    }
  | { readonly from: 'nowhere' };

type DevelopmentPages = {
  readonly serve: (request: IncomingMessage, response: ServerResponse) => void;
  readonly close: () => Promise<void>;
};
