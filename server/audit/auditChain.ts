import { createHash } from 'node:crypto';
import type { AuditRow } from './auditEntry.ts';

/** A place in the chain: the number of a row and its hash, which depends on every row before it. */
export type AuditHead = { readonly seq: number; readonly hash: Buffer };

/** The place before the first row. */
export const EMPTY_HEAD: AuditHead = { seq: 0, hash: Buffer.alloc(32) };

const VERSION = 'earshot audit 1';

/** SHA-256 over the hash of the row before, and the row: none can be removed, so all are kept. Rules ADT3, RET7. */
export function hashOf(before: Buffer, row: AuditRow): Buffer {
  return createHash('sha256').update(before).update(encoded(row)).digest();
}

/** JSON of an array: two different rows never have the same text. */
function encoded({ seq, at, actor, actorId, kind, what, outcome, familyId, sessionId, subjectId }: AuditRow): string {
  return JSON.stringify([VERSION, seq, at, actor, actorId, kind, what, outcome, familyId, sessionId, subjectId]);
}

/** The first row at which the chain is broken, and how. */
export type AuditFault = { readonly seq: number; readonly is: 'missing' | 'changed' | 'not-as-witnessed' };

/** Checks the chain row by row: `next` gets the rows in order, `end` says whether some are missing after the last. */
type ChainCheck = {
  readonly next: (row: AuditRow, hash: Buffer) => AuditFault | undefined;
  readonly end: () => AuditFault | undefined;
  readonly head: () => AuditHead;
};

/** `witnessed` are heads that were kept elsewhere. Only they show that the end of the chain was removed or rewritten. */
export function createChainCheck(witnessed: readonly AuditHead[] = []): ChainCheck {
  const kept = Map.groupBy(witnessed, ({ seq }) => seq);
  const last = Math.max(0, ...kept.keys());
  let head = EMPTY_HEAD;

  return {
    next(row, hash) {
      const seq = head.seq + 1;
      if (row.seq !== seq) return { seq, is: 'missing' };
      if (!hash.equals(hashOf(head.hash, row))) return { seq, is: 'changed' };
      head = { seq, hash };
      const isKept = (kept.get(seq) ?? []).every((witness) => witness.hash.equals(hash));
      return isKept ? undefined : { seq, is: 'not-as-witnessed' };
    },
    end: () => (last > head.seq ? { seq: head.seq + 1, is: 'missing' } : undefined),
    head: () => head,
  };
}
