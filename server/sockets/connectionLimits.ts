import type { IncomingMessage } from 'node:http';
import { clientAddress, networkOf, type TrustsProxy } from '#server/network/clientAddress.ts';
import { isUnencrypted } from '#server/network/isUnencrypted.ts';
import type { RefusedFor, Refusals } from '#server/network/refusals.ts';
import { createTokenBuckets } from '#server/network/tokenBuckets.ts';
import type { EngineConnection } from './packetLimits.ts';

/** The open connections of one person or device: their windows, a device check, and what is still being handed in. */
export const CONNECTIONS_PER_PERSON = 12;

/** Attempts without any cookie, from one address. Nobody who is signed in makes them. */
const STRANGERS = { burst: 20, perSecond: 1 };

type ConnectionLimitsPorts = {
  /** The origins whose pages may connect. Only a browser names one. */
  readonly allowedOrigins: readonly string[];
  readonly trustsProxy: TrustsProxy;
  readonly connectionsPerAddress: number;
  readonly monotonicNow: () => number;
  readonly refusals: Pick<Refusals, 'note'>;
};

/** Who may open a connection at all, before anything is parsed or looked up for it. Rule WIR5. */
export type ConnectionLimits = {
  /** Whether this request may become a connection. If so it counts for its address until its socket closes. */
  readonly admits: (request: IncomingMessage) => boolean;
  /** Whether this person or device may have one more connection. If so it counts until it closes. */
  readonly admitsPerson: (participantId: string, connection: EngineConnection) => boolean;
};

export function createConnectionLimits(ports: ConnectionLimitsPorts): ConnectionLimits {
  const { allowedOrigins, trustsProxy, connectionsPerAddress, monotonicNow, refusals } = ports;
  const attempts = createTokenBuckets(monotonicNow);
  const [ofAddress, ofPerson] = [createCounts(), createCounts()];
  // After a power cut everybody behind one address reconnects at once, some of them twice.
  const known = { burst: 2 * connectionsPerAddress, perSecond: connectionsPerAddress / 10 };

  return {
    admits(request) {
      const { origin, cookie } = request.headers;
      if (request.socket.destroyed) return false;
      const network = networkOf(clientAddress(request, trustsProxy));
      const refuse = (why: RefusedFor): false => {
        refusals.note(network, why);
        return false;
      };
      if (isUnencrypted(request, trustsProxy)) return refuse('unencrypted');
      if (!isNewWebSocket(request)) return refuse('malformed');
      if (origin !== undefined && !allowedOrigins.includes(origin)) return refuse('origin');
      const isStranger = cookie === undefined;
      const limit = isStranger ? STRANGERS : known;
      if (!attempts.take(`${isStranger ? 'stranger' : 'known'} ${network}`, limit)) return refuse('limit');
      const isIn = ofAddress.enter(network, connectionsPerAddress, (left) => request.socket.once('close', left));
      return isIn || refuse('limit');
    },

    admitsPerson(participantId, connection) {
      if (connection.readyState !== 'open') return false;
      return ofPerson.enter(participantId, CONNECTIONS_PER_PERSON, (left) => connection.once('close', left));
    },
  };
}

/** A request with a `sid` would replace the transport of a connection that is there already. Ours never do. */
function isNewWebSocket({ headers, url = '' }: IncomingMessage): boolean {
  if (headers.upgrade?.toLowerCase() !== 'websocket') return false;
  return !new URLSearchParams(url.slice(url.indexOf('?') + 1)).has('sid');
}

function createCounts() {
  const counts = new Map<string, number>();

  return {
    /** Counts one more for this key until it has left, unless it has the most already. */
    enter(key: string, most: number, onLeave: (left: () => void) => unknown): boolean {
      const count = counts.get(key) ?? 0;
      if (count >= most) return false;
      counts.set(key, count + 1);
      onLeave(() => {
        const rest = (counts.get(key) ?? 1) - 1;
        if (rest === 0) counts.delete(key);
        else counts.set(key, rest);
      });
      return true;
    },
  };
}
