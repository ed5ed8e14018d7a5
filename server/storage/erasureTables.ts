import type { Generated } from 'kysely';
import type { ErasureReason, HoldEnd, HoldReason } from '#shared/domain/retention/erasure.ts';
import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';

/** One row for each family that is to be erased or was. It stays, and names nobody. */
export type ErasuresTable = {
  readonly place: Generated<number>;
  readonly family_id: FamilyId;
  readonly reason: ErasureReason;
  readonly asked_by: ParticipantId;
  readonly asked_at: string;
  readonly confirmed_by: ParticipantId | null;
  /** When the key was destroyed. */
  readonly begun_at: string | null;
  /** When the last row and file was gone. */
  readonly finished_at: string | null;
  /** How much there was, as JSON. Null until it begins. */
  readonly counts: string | null;
};

/** The sessions of erased families, so that no file of theirs stays in a data folder or a backup. */
export type ErasedSessionsTable = { readonly session_id: SessionId };

/** One row for each time that a legal hold was set. */
export type LegalHoldsTable = {
  readonly place: Generated<number>;
  readonly family_id: FamilyId;
  readonly reason: HoldReason;
  readonly set_by: ParticipantId;
  readonly set_at: string;
  readonly lifted_by: ParticipantId | null;
  readonly lifted_at: string | null;
  readonly end_reason: HoldEnd | null;
};
