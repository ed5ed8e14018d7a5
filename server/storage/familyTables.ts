import type { Generated } from 'kysely';
import type { CaregiverId, ClinicProgramId, FamilyId, LinkId, ParticipantId } from '#shared/protocol/ids.ts';

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

/** Derived from a family's record: see `shared/course/courseOverview`. */
export type CourseOverviewsTable = {
  readonly family_id: FamilyId;
  /** The clinic's day on which it is true. */
  readonly as_of: string;
  /** What it was derived from. With another basis it is not true anymore. */
  readonly basis: string;
  readonly overview: Buffer;
};

export type CaregiversTable = {
  readonly caregiver_id: CaregiverId;
  readonly family_id: FamilyId;
  readonly name: Buffer;
  /** The order in which the family named its caregivers, from 1. */
  readonly place: number;
};

export type FamilyFactsTable = {
  readonly family_id: FamilyId;
  readonly seq: number;
  readonly at: string;
  /** Who entered it, as JSON. */
  readonly by: Buffer;
  /** What was entered, as JSON. */
  readonly entry: Buffer;
};

export type DiaryLinksTable = {
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

export type DiaryBrowsersTable = {
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

export type SafetySheetsTable = {
  readonly family_id: FamilyId;
  /** The sheet as JSON. */
  readonly sheet: Buffer;
  readonly revision: number;
  /** The name of the person who changed it last. */
  readonly changed_by: Buffer;
  readonly changed_at: string;
};

/** One row for each time that a family came to a therapist. It is never deleted: it says who had access, and when. */
export type FamilyTherapistsTable = {
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
