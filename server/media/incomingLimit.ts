import type { WebRtcTransport } from 'mediasoup/types';
import { SOURCES } from '#shared/domain/audience.ts';
import { planeOf, SENT_BPS, type Plane } from '#shared/protocol/media.ts';
import type { Time } from '#server/time/time.ts';

/** How often the worker is asked, in ms. */
const EVERY_MS = 2_000;
/** Over how long it is counted, in ms. After a break in the network, what waited arrives at once. */
const OVER_MS = 10_000;
/** How many times its bitrates a sender may send: with headers, what is sent again, and what tests the network. */
const TIMES = 8;

/** What has arrived on a transport until then, by the worker's clock. */
export type Arrived = { readonly atMs: number; readonly bytes: number };

/** The most that may arrive from one sender on a plane within `OVER_MS`. Rule WIR9. */
export function mostBytes(plane: Plane): number {
  const bps = SOURCES.filter((source) => planeOf(source) === plane).reduce((sum, source) => sum + SENT_BPS[source], 0);
  return (TIMES * bps * OVER_MS) / 8_000;
}

/** What counts once this has arrived too: the last of it, over `OVER_MS`. */
export function withArrived(earlier: readonly Arrived[], now: Arrived): readonly Arrived[] {
  return [...earlier.filter(({ atMs }) => now.atMs - atMs <= OVER_MS), now];
}

export function isFlood(plane: Plane, arrived: readonly Arrived[]): boolean {
  return (arrived.at(-1)?.bytes ?? 0) - (arrived[0]?.bytes ?? 0) > mostBytes(plane);
}

/** Calls back once if far more arrives on a transport than any page sends, and then no longer looks. */
export function limitIncoming(
  transport: Pick<WebRtcTransport, 'getStats' | 'observer'>,
  plane: Plane,
  { callAfter }: Pick<Time, 'callAfter'>,
  onFlood: () => void,
) {
  let arrived: readonly Arrived[] = [];
  let stop: () => void = () => undefined;
  let isOver = false;

  async function look() {
    const [stats] = await transport.getStats();
    if (stats) arrived = withArrived(arrived, { atMs: stats.timestamp, bytes: stats.bytesReceived });
    if (isOver) return;
    if (isFlood(plane, arrived)) onFlood();
    else stop = callAfter(EVERY_MS, lookAgain);
  }
  const lookAgain = () => {
    look().catch(() => undefined); // the transport was closed, or its worker died
  };
  transport.observer.once('close', () => {
    isOver = true;
    stop();
  });
  lookAgain();
}
