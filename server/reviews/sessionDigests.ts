import type { SessionId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { digestOf, type SessionDigest } from './sessionDigest.ts';

/** A session's digest as of a seq. Undefined while the session is not closed. */
type Kept = { readonly seq: number; readonly digest: SessionDigest | undefined };

export type SessionDigests = {
  readonly of: (session: SessionRecord) => Promise<SessionDigest | undefined>;
  /** For good: the session was erased. */
  readonly forget: (sessionId: SessionId) => void;
};

/** Kept in memory by session and last seq: a list reads only what is new, and folds a log again only for new facts. */
export function createSessionDigests(factLog: Pick<FactLog, 'read'>): SessionDigests {
  const kept = new Map<SessionId, Kept>();
  const erased = new Set<SessionId>();

  return {
    async of(session) {
      const { sessionId } = session;
      const known = kept.get(sessionId);
      const news = await factLog.read(sessionId, known?.seq ?? 0);
      const last = news.at(-1);
      if (last === undefined) return known?.digest;

      const isOver = known?.digest !== undefined || news.some(({ type }) => type === 'session.closed');
      const facts = !isOver || known === undefined ? news : await factLog.read(sessionId);
      const digest = isOver ? digestOf(session, foldFacts(facts)) : undefined;
      // Another request may have read more in the meantime; keep the newer digest.
      const isNewer = (kept.get(sessionId)?.seq ?? 0) < last.seq;
      if (isNewer && !erased.has(sessionId)) kept.set(sessionId, { seq: last.seq, digest });
      return digest;
    },
    forget(sessionId) {
      erased.add(sessionId);
      kept.delete(sessionId);
    },
  };
}
