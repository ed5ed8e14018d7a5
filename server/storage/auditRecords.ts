import type { Looking } from '#shared/domain/audit/lookedAt.ts';
import type { AuditPage, AuditQuery } from '#shared/protocol/http/audit.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';

/** The audit as people read it. What is written is `AuditLog`'s. */
export type AuditRecords = {
  /** A page, newest first. */
  readonly listAudit: (query: AuditQuery) => Promise<AuditPage>;
  /** When somebody of the clinic looked at a family, newest first. */
  readonly listLookings: (familyId: FamilyId, since: Date) => Promise<readonly Looking[]>;
};
