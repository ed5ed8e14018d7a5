import { Agent, type Server as HttpServer } from 'node:http';
import { duplexPair, type Duplex } from 'node:stream';

/** One client's way to the server, which a test can cut and mend. */
export type Line = {
  /** For whoever opens a connection over this line. */
  readonly agent: Agent;
  readonly cut: () => void;
  readonly mend: () => void;
};

class LineAgent extends Agent {
  readonly #open: () => Duplex;

  constructor(open: () => Duplex) {
    super();
    this.#open = open;
  }

  override createConnection(): Duplex {
    return this.#open();
  }
}

/**
 * A network in memory between clients and one HTTP server at a time. Bytes arrive in the turns of the event loop alone,
 * and never over the machine's network, so that the same steps always go the same way.
 */
export function aNetwork() {
  const opened = new Set<Duplex>();
  let server: HttpServer | undefined;

  function connect(mine: Set<Duplex>): Duplex {
    if (server === undefined) throw new Error('Nobody answers.');
    const [near, far] = duplexPair();
    for (const end of [near, far]) {
      mine.add(end);
      opened.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        mine.delete(end);
        opened.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    server.emit('connection', far);
    return near;
  }

  return {
    /** From now on this server answers. */
    serve(next: HttpServer) {
      server = next;
    },
    /** The server is gone at once, and everything that was on its way with it. */
    kill() {
      server = undefined;
      for (const end of opened) end.destroy();
    },
    openLine(): Line {
      const mine = new Set<Duplex>();
      let isCut = false;
      return {
        agent: new LineAgent(() => {
          if (isCut) throw new Error('The line is cut.');
          return connect(mine);
        }),
        cut() {
          isCut = true;
          for (const end of mine) end.destroy();
        },
        mend() {
          isCut = false;
        },
      };
    },
  };
}
