import type { JobsTable } from './jobTable.ts';
import type { Generated } from 'kysely';
import type { AuditActor, AuditKind, AuditOutcome, Audited } from '#shared/domain/audit/audited.ts';
import type { ClinicProgramId, ParticipantId, TeamId } from '#shared/protocol/ids.ts';
import type { AttemptId } from '#shared/protocol/practice.ts';
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
import type { ErasedSessionsTable, ErasuresTable, LegalHoldsTable } from './erasureTables.ts';
import type {
  CaregiversTable,
  DiaryBrowsersTable,
  DiaryLinksTable,
  CourseOverviewsTable,
  FamiliesTable,
  FamilyFactsTable,
  FamilyKeysTable,
  FamilyTherapistsTable,
  SafetySheetsTable,
} from './familyTables.ts';
import type {
  RetentionAnnouncementsTable,
  RetentionKeepsTable,
  RetentionRulesTable,
  RetentionRunsTable,
} from './retentionTables.ts';
import type { ChallengesTable, NodesTable, SessionLeasesTable } from './nodeTables.ts';
import type {
  CoachingSessionsTable,
  CoderComparisonsTable,
  DevicesTable,
  JoinLinksTable,
  RecordingsTable,
  SessionFactPagesTable,
  SessionFactsTable,
  SessionModelsTable,
  SessionStatesTable,
} from './sessionTables.ts';

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
  session_fact_pages: SessionFactPagesTable;
  session_states: SessionStatesTable;
  session_models: SessionModelsTable;
  coder_comparisons: CoderComparisonsTable;
  nodes: NodesTable;
  session_leases: SessionLeasesTable;
  challenges: ChallengesTable;
  jobs: JobsTable;
  family_facts: FamilyFactsTable;
  course_overviews: CourseOverviewsTable;
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
  erasures: ErasuresTable;
  erased_sessions: ErasedSessionsTable;
  legal_holds: LegalHoldsTable;
  retention_rules: RetentionRulesTable;
  retention_announcements: RetentionAnnouncementsTable;
  retention_keeps: RetentionKeepsTable;
  retention_runs: RetentionRunsTable;
};

/** One row. */
type SealingTable = {
  /** `SEALED_TO` when the file was last cleaned of the plain text of an earlier version. */
  readonly cleaned_to: number;
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
