import { type AuditFault, type AuditHead, createChainCheck } from '#server/audit/auditChain.ts';
import type { Db } from '#server/storage/db.ts';
import { readAuditLinks } from '#server/storage/sqlAuditLog.ts';

type Verified = { readonly fault: AuditFault | undefined; readonly head: AuditHead };

/**
 * Follows the audit from its first row to its last, page by page, also while the server adds rows. Ends at the first
 * fault. `onPage` gets the number of rows so far. Rule ADT3.
 */
export async function verifyAudit(
  db: Db,
  witnessed: readonly AuditHead[],
  onPage: (rows: number) => void = () => undefined,
): Promise<Verified> {
  const check = createChainCheck(witnessed);
  for (let links = await readAuditLinks(db, 0); links.length > 0;) {
    for (const { row, hash } of links) {
      const fault = check.next(row, hash);
      if (fault !== undefined) return { fault, head: check.head() };
    }
    onPage(check.head().seq);
    links = await readAuditLinks(db, check.head().seq);
  }
  return { fault: check.end(), head: check.head() };
}
