import type { Time } from '#server/time/time.ts';
import { networkOf } from './clientAddress.ts';

/**
 * Why a request or a message was refused before anybody looked at what it asks: too much, from another site, not in its
 * shape, without encryption.
 */
export type RefusedFor = 'limit' | 'origin' | 'malformed' | 'unencrypted';

type Counts = { [why in RefusedFor]?: number };

/** One line of the log: what one network tried in a minute. */
type RefusalLine = Readonly<Counts> & { readonly network: string };

/** Tells the log of attempts to get around limits and checks, so that nobody can fill it with them. Rule WIR7. */
export type Refusals = {
  readonly note: (address: string, why: RefusedFor) => void;
  /** Writes what was counted. Safe to call twice. */
  readonly close: () => void;
};

type Ports = { readonly callAfter: Time['callAfter']; readonly write: (line: RefusalLine) => void };

export const COUNTED_FOR_MS = 60_000;

/** Beyond these, networks are counted together. */
export const MOST_NETWORKS = 100;
const OTHERS = 'others';

export function createRefusals({ callAfter, write }: Ports): Refusals {
  const counted = new Map<string, Counts>();
  let cancel: (() => void) | undefined;

  function writeAll() {
    cancel?.();
    cancel = undefined;
    for (const [network, counts] of counted) write({ network, ...counts });
    counted.clear();
  }

  return {
    note(address, why) {
      const own = networkOf(address);
      const network = counted.has(own) || counted.size < MOST_NETWORKS ? own : OTHERS;
      const counts = counted.get(network) ?? {};
      counted.set(network, { ...counts, [why]: (counts[why] ?? 0) + 1 });
      cancel ??= callAfter(COUNTED_FOR_MS, writeAll);
    },
    close: writeAll,
  };
}
