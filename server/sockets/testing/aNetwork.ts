import { Agent, type Server as HttpServer } from 'node:http';
import { duplexPair, type Duplex } from 'node:stream';

/** One client's connection to the server, which a test can cut and restore. */
export type Line = {
  /** For a client that opens a connection over this line. */
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
 * A network in memory between clients and one HTTP server at a time. Bytes arrive only in turns of the event loop and
 * never use the machine's network, so that the same steps always have the same result.
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
    server.emit('connection', Object.assign(far, { remoteAddress: '127.0.0.1' }));
    return near;
  }

  return {
    /** From now on this server answers. */
    serve(next: HttpServer) {
      server = next;
    },
    /** The server is gone at once, and so is everything that was on its way. */
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
