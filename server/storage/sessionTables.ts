import type { Phase } from '#shared/domain/phase.ts';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { CaregiverId, FamilyId, LinkId, ParticipantId, PressId, SessionId } from '#shared/protocol/ids.ts';

export type CoachingSessionsTable = {
  readonly session_id: SessionId;
  readonly family_id: FamilyId;
  readonly lead_user_id: ParticipantId;
  readonly starts_at: string;
  readonly program: string;
  readonly program_version: string;
  readonly made_by: ParticipantId;
  readonly stage: string | null;
  readonly treatment_phase: string | null;
  /** The clinic's edits that the session was made under, as JSON. */
  readonly program_edits: string | null;
};

export type JoinLinksTable = {
  readonly link_id: LinkId;
  readonly secret_hash: string;
  readonly session_id: SessionId;
  readonly kind: 'family' | 'ear';
  readonly wearer: CaregiverId | null;
  readonly expires_at: string;
  /** Null for a link from before links were listed. */
  readonly made_at: string | null;
  readonly redeemed_at: string | null;
  readonly withdrawn_at: string | null;
  /** The device that used it. */
  readonly device_id: ParticipantId | null;
};

export type DevicesTable = {
  readonly device_id: ParticipantId;
  readonly session_id: SessionId;
  readonly kind: DeviceKind;
  readonly wearer: CaregiverId | null;
  readonly credential_hash: string;
  readonly name: Buffer;
  readonly revoked_at: string | null;
  readonly expires_at: string;
};

export type SessionFactsTable = {
  readonly session_id: SessionId;
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  /** The whole fact as JSON; `at` and `type` are copied for queries. */
  readonly fact: Buffer;
  readonly press_id: PressId | null;
};

/** A thousand facts of a session in a row, from this seq on. */
export type SessionFactPagesTable = {
  readonly session_id: SessionId;
  readonly from_seq: number;
  /** `PAGE_VERSION` when it was written. */
  readonly version: number;
  readonly facts: Buffer;
};

/** What the facts up to this seq fold into. */
export type SessionStatesTable = {
  readonly session_id: SessionId;
  readonly seq: number;
  readonly version: number;
  readonly state: Buffer;
};

/** Derived from the facts of a session: see `shared/session/model`. The encrypted columns are JSON. */
export type SessionModelsTable = {
  readonly session_id: SessionId;
  /** `MODEL_VERSION` when it was derived. */
  readonly version: number;
  readonly seq: number;
  readonly phase: Phase;
  /** Null until the session is closed, as are all that follow. */
  readonly closed_at: string | null;
  readonly signed_off_at: string | null;
  readonly digest: Buffer | null;
  readonly report: Buffer | null;
};

/** A comparison of two coders in a window, derived like the models of sessions. */
export type CoderComparisonsTable = {
  readonly session_id: SessionId;
  readonly comparison_id: string;
  readonly coder_id: string;
  readonly started_at: string;
  /** The ids of those who may see it, each between spaces. */
  readonly shown_to: string;
  readonly compared: Buffer;
};

export type RecordingsTable = {
  readonly session_id: SessionId;
  /** The recording's key encrypted by the family's. Null after the recording was erased. */
  readonly wrapped_key: Buffer | null;
  readonly made_at: string;
  readonly destroyed_at: string | null;
};
