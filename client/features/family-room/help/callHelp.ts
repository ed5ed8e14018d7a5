import type { LiveSession } from '#client/api/liveSession.ts';
import type { CallHelp } from '#shared/protocol/safetySheet.ts';

/** Undefined until it is known; null without a safety sheet. */
type Known = CallHelp | null | undefined;

/** Whom to call, and where this family is. Read as soon as the device is let in, because it is needed when all else fails. */
export type CallHelpStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => Known;
  readonly close: () => void;
};

export function openCallHelp({ ask, subscribe, getSnapshot }: LiveSession): CallHelpStore {
  const listeners = new Set<() => void>();
  let known: Known;
  let isAsked = false;

  function look() {
    const { connection, self } = getSnapshot();
    const mayAsk = connection === 'live' && self !== undefined && self.part !== 'knocking';
    if (mayAsk && !isAsked) void read();
    isAsked = mayAsk;
  }

  async function read() {
    const reply = await ask('safety:help', {});
    if (!reply.ok) return; // What was read before stays.
    known = reply.value;
    for (const listener of listeners) listener();
  }

  const stop = subscribe(look);
  look();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => known,
    close: stop,
  };
}
