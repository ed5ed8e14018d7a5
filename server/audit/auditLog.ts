import type { AuditHead } from './auditChain.ts';
import type { AuditEntry } from './auditEntry.ts';

/** An act and the moment when it was done. */
export type DatedEntry = AuditEntry & { readonly at: string };

/** The audit in the store. It can only grow. Rule ADT3. */
export type AuditLog = {
  /** Adds rows at the end of the chain, all or none, also while another process adds some. */
  readonly append: (entries: readonly DatedEntry[]) => Promise<void>;
  readonly head: () => Promise<AuditHead>;
};
