import type { Fact } from '#shared/protocol/facts.ts';
import type { PressId, SessionId } from '#shared/protocol/ids.ts';
import { assertFollows, LogConflict, type FactLog } from '../factLog.ts';

type Log = { readonly facts: readonly Fact[]; readonly presses: ReadonlyMap<PressId, number> };

const EMPTY: Log = { facts: [], presses: new Map() };

/** A fact log that is lost with the process, for tests. */
export function createMemoryFactLog(): FactLog {
  const logs = new Map<SessionId, Log>();
  const logOf = (sessionId: SessionId) => logs.get(sessionId) ?? EMPTY;

  return {
    async append(sessionId, facts, { press } = {}) {
      const last = facts.at(-1);
      if (last === undefined) return;
      const log = logOf(sessionId);
      assertFollows(log.facts.at(-1)?.seq ?? 0, facts);
      if (press !== undefined && log.presses.has(press)) throw new LogConflict('This press was written before.');
      logs.set(sessionId, {
        facts: [...log.facts, ...facts],
        presses: press === undefined ? log.presses : new Map([...log.presses, [press, last.seq]]),
      });
    },

    async read(sessionId, afterSeq = 0) {
      return logOf(sessionId).facts.filter(({ seq }) => seq > afterSeq);
    },

    state: async () => undefined,
    keepState: async () => undefined,

    async presses(sessionId) {
      return logOf(sessionId).presses;
    },
  };
}
