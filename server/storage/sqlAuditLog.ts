import { auditKindOf } from '#shared/domain/audit/audited.ts';
import { type AuditHead, EMPTY_HEAD, hashOf } from '#server/audit/auditChain.ts';
import type { AuditRow } from '#server/audit/auditEntry.ts';
import type { AuditLog, DatedEntry } from '#server/audit/auditLog.ts';
import type { Db } from './db.ts';
import type { AuditTable } from './schema.ts';
import { inTransaction } from './inTransaction.ts';

/** How many rows are read at once. */
const PAGE = 2_000;

/** How many rows one statement adds. */
const AT_ONCE = 100;

export function createSqlAuditLog(db: Db): AuditLog {
  return {
    async append(entries) {
      // The transaction has the write lock, so no other process adds a row between the head and these.
      await inTransaction(db, (transaction) => appendAudit(transaction, entries));
    },
    head: () => readHead(db),
  };
}

/** Adds rows in the transaction of the change that they are about. */
export async function appendAudit(
  transaction: Pick<Db, 'selectFrom' | 'insertInto'>,
  entries: readonly DatedEntry[],
): Promise<void> {
  let head = await readHead(transaction);
  const rows = entries.map((entry): AuditTable => {
    const row = { ...entry, seq: head.seq + 1, kind: auditKindOf(entry.what, entry.outcome) };
    head = { seq: row.seq, hash: hashOf(head.hash, row) };
    return tableRowOf(row, head.hash);
  });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await transaction
      .insertInto('audit')
      .values(rows.slice(from, from + AT_ONCE))
      .execute();
  }
}

async function readHead(db: Pick<Db, 'selectFrom'>): Promise<AuditHead> {
  const query = db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1);
  return (await query.executeTakeFirst()) ?? EMPTY_HEAD;
}

function tableRowOf({ actorId, familyId, sessionId, subjectId, ...row }: AuditRow, hash: Buffer): AuditTable {
  const { seq, at, actor, kind, what, outcome } = row;
  const ids = { actor_id: actorId, family_id: familyId, session_id: sessionId, subject_id: subjectId };
  return { seq, at, actor, kind, what, outcome, ...ids, hash };
}

/** A page of rows after a number, with their hashes, as they are. */
export async function readAuditLinks(
  db: Pick<Db, 'selectFrom'>,
  after: number,
): Promise<readonly { readonly row: AuditRow; readonly hash: Buffer }[]> {
  const query = db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(PAGE);
  return (await query.execute()).map((row) => ({
    row: auditRowOf(row),
    // Somebody who changed the database may have written something else.
    hash: Buffer.isBuffer(row.hash) ? row.hash : Buffer.alloc(0),
  }));
}

function auditRowOf({ seq, at, actor, kind, what, outcome, ...ids }: AuditTable): AuditRow {
  const { actor_id: actorId, family_id: familyId, session_id: sessionId, subject_id: subjectId } = ids;
  return { seq, at, actor, actorId, kind, what, outcome, familyId, sessionId, subjectId };
}
