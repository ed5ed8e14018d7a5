import type { OutboxPosition } from '#shared/protocol/contract.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { assertFollows, LogConflict, type FactLog, type OutboxMark } from './factLog.ts';

type Written = OutboxPosition & { readonly seq: number };
type Log = { readonly facts: readonly Fact[]; readonly written: readonly Written[] };

const EMPTY: Log = { facts: [], written: [] };

/** A fact log that is gone with the process: for tests. */
export function createMemoryFactLog(): FactLog {
  const logs = new Map<SessionId, Log>();
  const logOf = (sessionId: SessionId) => logs.get(sessionId) ?? EMPTY;

  return {
    async append(sessionId, facts, outbox) {
      const last = facts.at(-1);
      if (last === undefined) return;
      const log = logOf(sessionId);
      assertFollows(log.facts.at(-1)?.seq ?? 0, facts);
      if (outbox && seqOf(log, outbox) !== undefined) throw new LogConflict('This outbox position was written before.');
      logs.set(sessionId, {
        facts: [...log.facts, ...facts],
        written: outbox ? [...log.written, { ...outbox, seq: last.seq }] : log.written,
      });
    },

    async read(sessionId, afterSeq = 0) {
      return logOf(sessionId).facts.filter(({ seq }) => seq > afterSeq);
    },

    async outboxPositions(sessionId) {
      const inOrder = logOf(sessionId).written.toSorted((a, b) => a.clientSeq - b.clientSeq);
      return new Map(
        inOrder.map(({ clientId, clientSeq, seq }): [typeof clientId, OutboxMark] => [clientId, { clientSeq, seq }]),
      );
    },

    async findWritten(sessionId, outbox) {
      return seqOf(logOf(sessionId), outbox);
    },
  };
}

function seqOf({ written }: Log, { clientId, clientSeq }: OutboxPosition): number | undefined {
  return written.find((one) => one.clientId === clientId && one.clientSeq === clientSeq)?.seq;
}
