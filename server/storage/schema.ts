import type { Generated } from 'kysely';
import type { AuditActor, Audited, AuditKind, AuditOutcome } from '#shared/domain/audit/audited.ts';
import type { AttemptId } from '#shared/protocol/practice.ts';
import type { DeviceKind } from '#shared/domain/people.ts';
import type {
  CaregiverId,
  ClinicProgramId,
  FamilyId,
  LinkId,
  ParticipantId,
  PressId,
  SessionId,
  TeamId,
} from '#shared/protocol/ids.ts';
import type {
  AccountLinksTable,
  AuthAccountTable,
  AuthSessionTable,
  AuthUserTable,
  AuthenticatorsTable,
  CaregiverPasskeysTable,
  PasskeysTable,
  RecoveryCodesTable,
  SignInPoliciesTable,
} from './accountTables.ts';

/**
 * The tables, as Kysely sees them. Moments are ISO 8601 text in UTC, so that they sort and compare as text in every
 * engine. Ids come back with the brand they were written with. Bytes are encrypted: see `sealedColumns.ts`.
 */
export type Tables = {
  auth_user: AuthUserTable;
  auth_session: AuthSessionTable;
  auth_account: AuthAccountTable;
  account_links: AccountLinksTable;
  sign_in_policies: SignInPoliciesTable;
  authenticators: AuthenticatorsTable;
  recovery_codes: RecoveryCodesTable;
  passkeys: PasskeysTable;
  caregiver_passkeys: CaregiverPasskeysTable;
  families: FamiliesTable;
  family_keys: FamilyKeysTable;
  sealing: SealingTable;
  caregivers: CaregiversTable;
  coaching_sessions: CoachingSessionsTable;
  join_links: JoinLinksTable;
  devices: DevicesTable;
  session_facts: SessionFactsTable;
  family_facts: FamilyFactsTable;
  diary_links: DiaryLinksTable;
  diary_browsers: DiaryBrowsersTable;
  clinic_programs: ClinicProgramsTable;
  recordings: RecordingsTable;
  safety_sheets: SafetySheetsTable;
  clinic_settings: ClinicSettingsTable;
  practice_attempts: PracticeAttemptsTable;
  practice_openings: PracticeOpeningsTable;
  access_changes: AccessChangesTable;
  teams: TeamsTable;
  team_people: TeamPeopleTable;
  family_therapists: FamilyTherapistsTable;
  audit: AuditTable;
};

export type FamiliesTable = {
  readonly family_id: FamilyId;
  readonly name: Buffer;
  readonly child_initials: Buffer;
  /** YYYY-MM. */
  readonly child_birth_month: Buffer | null;
  readonly program: string;
  readonly program_version: string;
  /** The clinic's own copy of the program that the course runs under, if it has one. */
  readonly clinic_program_id: ClinicProgramId | null;
  readonly clinic_program_name: string | null;
  readonly clinic_program_version: number | null;
};

export type FamilyKeysTable = {
  readonly family_id: FamilyId;
  /** The family's key encrypted by the clinic's. Null after it was destroyed, as is the clinic key's id. */
  readonly wrapped_key: Buffer | null;
  readonly clinic_key_id: string | null;
  /** `SEALED_TO` when the family's values were last encrypted. */
  readonly sealed_to: number;
  readonly made_at: string;
  readonly destroyed_at: string | null;
};

/** One row. */
type SealingTable = {
  /** `SEALED_TO` when the file was last cleaned of the plain text of an earlier version. */
  readonly cleaned_to: number;
};

export type CaregiversTable = {
  readonly caregiver_id: CaregiverId;
  readonly family_id: FamilyId;
  readonly name: Buffer;
  /** The order in which the family named its caregivers, from 1. */
  readonly place: number;
};

type CoachingSessionsTable = {
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

type JoinLinksTable = {
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

type SessionFactsTable = {
  readonly session_id: SessionId;
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  /** The whole fact as JSON; `at` and `type` are copied for queries. */
  readonly fact: Buffer;
  readonly press_id: PressId | null;
};

type FamilyFactsTable = {
  readonly family_id: FamilyId;
  readonly seq: number;
  readonly at: string;
  /** Who entered it, as JSON. */
  readonly by: Buffer;
  /** What was entered, as JSON. */
  readonly entry: Buffer;
};

type DiaryLinksTable = {
  readonly link_id: LinkId;
  readonly secret_hash: string;
  readonly family_id: FamilyId;
  readonly caregiver_id: CaregiverId;
  readonly expires_at: string;
  /** Null for a link from before links were listed. */
  readonly made_at: string | null;
  readonly redeemed_at: string | null;
  readonly withdrawn_at: string | null;
};

type DiaryBrowsersTable = {
  readonly credential_hash: string;
  readonly family_id: FamilyId;
  readonly caregiver_id: CaregiverId;
  readonly expires_at: string;
  /** The link that opened it, and when. Null for a browser from before links were listed. */
  readonly link_id: LinkId | null;
  readonly opened_at: string | null;
  /** When the clinic closed it. */
  readonly closed_at: string | null;
};

/** One row for each version of a clinic's own copy of a program. */
type ClinicProgramsTable = {
  readonly clinic_program_id: ClinicProgramId;
  readonly version: number;
  readonly name: string;
  readonly program: string;
  readonly program_version: string;
  /** The edits as JSON. */
  readonly edits: string;
  readonly made_by: ParticipantId;
  readonly made_at: string;
};

type RecordingsTable = {
  readonly session_id: SessionId;
  /** The recording's key encrypted by the family's. Null after the recording was erased. */
  readonly wrapped_key: Buffer | null;
  readonly made_at: string;
  readonly destroyed_at: string | null;
};

export type SafetySheetsTable = {
  readonly family_id: FamilyId;
  /** The sheet as JSON. */
  readonly sheet: Buffer;
  readonly revision: number;
  /** The name of the person who changed it last. */
  readonly changed_by: Buffer;
  readonly changed_at: string;
};

/** One row for each version of the clinic's settings. */
type ClinicSettingsTable = {
  readonly version: number;
  readonly name: string;
  readonly telephone: string;
  /** An IANA name. */
  readonly time_zone: string;
  readonly made_by: ParticipantId;
  readonly made_at: string;
};

export type PracticeAttemptsTable = {
  /** The order in which they were submitted. */
  readonly place: Generated<number>;
  readonly attempt_id: AttemptId;
  readonly user_id: ParticipantId;
  readonly clip_id: string;
  readonly program: string;
  readonly program_version: string;
  readonly treatment_phase: string;
  readonly coded_at: string;
  /** What was pressed, as JSON. */
  readonly given: string;
  /** How it agreed with the key, as JSON. */
  readonly score: string;
  /** Null for an attempt from before openings were recorded, as is `watched`. */
  readonly opened_at: string | null;
  readonly watched: 'whole' | 'part' | null;
};

/** One row for each open attempt. It is deleted when the attempt is submitted, or after a while. */
export type PracticeOpeningsTable = {
  readonly attempt_id: AttemptId;
  readonly user_id: ParticipantId;
  readonly clip_id: string;
  readonly opened_at: string;
};

/** Written by triggers, in the order in which it happened. */
type AccessChangesTable = {
  readonly id: Generated<number>;
  readonly kind: 'person' | 'device' | 'session';
  readonly subject: string;
};

type TeamsTable = {
  readonly team_id: TeamId;
  readonly name: string;
  readonly made_at: string;
  readonly retired_at: string | null;
};

type TeamPeopleTable = {
  readonly team_id: TeamId;
  readonly user_id: ParticipantId;
  readonly part: 'member' | 'lead';
};

/** One row for each time that a family came to a therapist. It is never deleted: it says who had access, and when. */
type FamilyTherapistsTable = {
  readonly place: Generated<number>;
  readonly family_id: FamilyId;
  readonly user_id: ParticipantId;
  /** The colleague for whom they cover, and the last day of it; both null if the family is on their caseload. */
  readonly cover_for: ParticipantId | null;
  readonly cover_until: string | null;
  /** Null where the upgrade to caseloads made the row. */
  readonly made_by: ParticipantId | null;
  readonly made_at: string;
  readonly ended_at: string | null;
  readonly ended_by: ParticipantId | null;
  /** When the therapist dismissed the notice of it. */
  readonly seen_at: string | null;
};

/** The audit: rows in a chain of hashes. Triggers let it only grow. */
export type AuditTable = {
  readonly seq: number;
  readonly at: string;
  readonly actor: AuditActor;
  readonly actor_id: string | null;
  readonly kind: AuditKind;
  readonly what: Audited;
  readonly outcome: AuditOutcome;
  readonly family_id: string | null;
  readonly session_id: string | null;
  readonly subject_id: string | null;
  readonly hash: Buffer;
};
