import type { AuditActor } from '#shared/domain/audit/audited.ts';
import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';

/** A family whose key is gone and whose rows are not yet. */
export type HalfErased = { readonly familyId: FamilyId; readonly sessions: readonly SessionId[] };

type Confirmed = {
  readonly by: { readonly actor: AuditActor; readonly id: ParticipantId };
  readonly now: Date;
};

/** Removes everything about one family from the database. Rule ERA3. */
export type FamilyEraser = {
  /**
   * Destroys the key, and in the same transaction the keys of recordings, the links, devices and caregivers, and writes
   * the row of the audit. Undefined if nobody asks for it, or a legal hold is set.
   */
  readonly begin: (familyId: FamilyId, confirmed: Confirmed) => Promise<HalfErased | undefined>;
  /** Removes every other row, in small steps, and what stays of them in the file. Safe to call twice. */
  readonly finish: (familyId: FamilyId, now: Date) => Promise<void>;
  /** What a server that was killed, or a restored backup, left. */
  readonly unfinished: () => Promise<readonly HalfErased[]>;
};
