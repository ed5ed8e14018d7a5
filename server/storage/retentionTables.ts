import type { Generated } from 'kysely';
import type { KeepReason, Period, Retained, UntilAge } from '#shared/domain/retention/retentionRules.ts';
import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';

/** One row for each change of a rule. The newest of its kind is in force. */
export type RetentionRulesTable = {
  readonly place: Generated<number>;
  readonly kind: Retained;
  readonly period: Period;
  /** Only of the rule for records. */
  readonly until_age: UntilAge | null;
  readonly made_by: ParticipantId;
  readonly made_at: string;
};

/** One row for each thing that will be erased because of its age. Days are the clinic's. */
export type RetentionAnnouncementsTable = {
  readonly place: Generated<number>;
  readonly family_id: FamilyId;
  /** Of a recording. Null if it is the family's whole record. */
  readonly session_id: SessionId | null;
  readonly announced_on: string;
  readonly erases_on: string;
};

/** One row for each time that somebody kept something for longer. */
export type RetentionKeepsTable = {
  readonly place: Generated<number>;
  readonly family_id: FamilyId;
  readonly session_id: SessionId | null;
  readonly kept_until: string;
  readonly reason: KeepReason;
  readonly kept_by: ParticipantId;
  readonly kept_at: string;
};

/** One row for each of the clinic's days on which the server checked what is to be erased, and finished. */
export type RetentionRunsTable = { readonly on_day: string; readonly finished_at: string };
