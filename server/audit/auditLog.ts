import type { AuditHead } from './auditChain.ts';
import type { AuditEntry } from './auditEntry.ts';

/** An act and the moment when it was done. */
export type DatedEntry = AuditEntry & { readonly at: string };

/** The stored audit. Rows can only be added. Rule ADT3. */
export type AuditLog = {
  /** Adds rows at the end of the chain, all or none, even while another process adds rows. */
  readonly append: (entries: readonly DatedEntry[]) => Promise<void>;
  readonly head: () => Promise<AuditHead>;
};
