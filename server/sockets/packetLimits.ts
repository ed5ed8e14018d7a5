import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type Bucket, type Rate, takeToken } from '#shared/domain/rateLimit.ts';
import { MAX_MESSAGE_BYTES } from '#shared/protocol/contract.ts';
import type { Time } from '#server/time/time.ts';
import { PERSON_RATE } from './rates.ts';

/** The part of an engine.io connection that is used here: what carries the packets of Socket.IO. */
export type EngineConnection = {
  readonly request: IncomingMessage;
  readonly readyState: string;
  readonly on: (name: 'packet', listener: () => void) => unknown;
  readonly once: (name: 'close', listener: () => void) => unknown;
  readonly close: (discard?: boolean) => unknown;
};

type Limits = { readonly packets: Rate; readonly bytes: Rate };

/** Enough to ask to join once and to answer pings. It never fills again. */
const BEFORE_JOINING: Limits = {
  packets: { burst: 8, perSecond: 0 },
  bytes: { burst: 16_384, perSecond: 0 },
};

/** More than the gate lets one person send, so that a client which sends too much is told so before it is cut off. */
const JOINED: Limits = {
  packets: { burst: 2 * PERSON_RATE.burst, perSecond: 2 * PERSON_RATE.perSecond },
  bytes: { burst: 64 * MAX_MESSAGE_BYTES, perSecond: 8 * MAX_MESSAGE_BYTES },
};

/** How long the other end has to read the last messages and to agree to a close, in ms. */
const CLOSES_WITHIN_MS = 1_000;

/**
 * Counts what arrives on a connection before it is decoded, and cuts the connection when it is too much. Returns what
 * to call when it has joined. Rule WIR5.
 */
export function limitPackets(
  connection: EngineConnection,
  { monotonicNow: now, callAfter }: Pick<Time, 'monotonicNow' | 'callAfter'>,
  refused: () => void,
): () => void {
  let limits = BEFORE_JOINING;
  let packets: Bucket | undefined;
  let bytes: Bucket | undefined;

  function countPacket() {
    const taken = takeToken(packets, limits.packets, now());
    packets = taken.bucket;
    if (!taken.allowed) cutOff();
  }

  function countBytes({ length }: Buffer) {
    const taken = takeToken(bytes, limits.bytes, now(), length);
    bytes = taken.bucket;
    if (!taken.allowed) cutOff();
  }

  function cutOff() {
    refused();
    cut(connection);
  }

  connection.on('packet', countPacket);
  // Frames that are no packet, such as pings and empty fragments, only show in the bytes, and pings in their answers.
  connection.request.socket.on('data', countBytes);
  webSocketOf(connection)?.on('ping', countPacket);
  // The other end may never agree to the close, and go on sending.
  connection.once('close', () => callAfter(CLOSES_WITHIN_MS, () => connection.request.socket.destroy()));

  return () => {
    limits = JOINED;
    packets = undefined;
    bytes = undefined;
  };
}

/** Ends a connection at once, without waiting for the other end to agree. */
function cut(connection: EngineConnection): void {
  connection.close(true);
  connection.request.socket.destroy();
}

function webSocketOf({ request }: EngineConnection): EventEmitter | undefined {
  return (request as { websocket?: EventEmitter }).websocket; // engine.io sets it and does not type it
}
