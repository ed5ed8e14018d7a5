import type { DeviceKind } from '#shared/domain/people.ts';
import type { Caregiver, Edits } from '#shared/protocol/facts.ts';
import type { ClinicCard, ClinicSettingsVersion } from '#shared/protocol/clinic.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { Person } from '#shared/protocol/http/people.ts';
import type { ClinicProgram, ClinicProgramChange, NewClinicProgram } from '#shared/protocol/http/programs.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import type {
  AttemptId,
  HandedInCodes,
  OpenAttempt,
  PracticeAttempt,
  PracticeAttempts,
  PracticeCoder,
  ScoredAttempt,
} from '#shared/protocol/practice.ts';
import type { KeptSafetySheet, SafetySheet } from '#shared/protocol/safetySheet.ts';
import type { CaregiverId, ClinicProgramId, FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';

/** A session as it was made, before anything happened in it. */
export type SessionRecord = {
  readonly sessionId: SessionId;
  readonly familyId: FamilyId;
  readonly familyName: string;
  readonly childInitials: string;
  readonly caregivers: readonly Caregiver[];
  readonly lead: ParticipantId;
  readonly leadName: string;
  readonly startsAt: Date;
  readonly program: string;
  readonly programVersion: string;
  /** What the clinic had changed in its copy of the program when the session was made. */
  readonly edits: Edits | null;
  /** The stage of the course that it is for, and what is to be coded in it. */
  readonly stage: string | null;
  readonly treatmentPhase: string | null;
};

/** What it takes to make a family. Under the program that is the default where none is given. */
export type FamilyPlan = Pick<Family, 'name' | 'childInitials'> &
  Partial<Pick<Family, 'childBirthMonth' | 'program' | 'programVersion' | 'clinicProgram'>> & {
    readonly caregiverNames: readonly string[];
  };

/** What it takes to make a session. */
export type SessionPlan = Pick<SessionRecord, 'familyId' | 'lead' | 'startsAt' | 'program' | 'programVersion'> & {
  readonly madeBy: ParticipantId;
  readonly edits?: Edits | null;
  readonly stage?: string | null;
  readonly treatmentPhase?: string | null;
};

/** A device that a family let into one session with a link. */
export type DeviceRecord = {
  readonly deviceId: ParticipantId;
  readonly sessionId: SessionId;
  readonly kind: DeviceKind;
  readonly wearer: CaregiverId | null;
  readonly expiresAt: Date;
};

type LinkPlan = {
  readonly sessionId: SessionId;
  readonly kind: 'family' | 'ear';
  readonly wearer: CaregiverId | null;
  readonly now: Date;
};

/** A link's secret, said once and kept only as a hash. */
type Link = { readonly secret: string; readonly expiresAt: Date };

/** A device, and the credential that its cookie carries from now on. */
type Redeemed = { readonly device: DeviceRecord; readonly credential: string };

/** Who works here. Accounts are made through `server/auth`, which owns passwords. */
export type PeopleRecords = {
  readonly hasAccounts: () => Promise<boolean>;
  readonly listAccounts: () => Promise<readonly Person[]>;
};

export type FamilyRecords = {
  readonly listFamilies: () => Promise<readonly Family[]>;
  readonly findFamily: (familyId: FamilyId) => Promise<Family | undefined>;
  /** Its record begins with the fact that the course was opened. */
  readonly makeFamily: (family: FamilyPlan, by: FamilyFact['by'], now: Date) => Promise<Family>;
};

export type SessionRecords = {
  readonly findSession: (sessionId: SessionId) => Promise<SessionRecord | undefined>;
  /** The sessions that someone leads, or all of them; the latest first. */
  readonly listSessions: (lead?: ParticipantId) => Promise<readonly SessionRecord[]>;
  /** A family's sessions, the earliest first. */
  readonly listSessionsOf: (familyId: FamilyId) => Promise<readonly SessionRecord[]>;
  /** Undefined where there is no such family. */
  readonly makeSession: (plan: SessionPlan) => Promise<SessionRecord | undefined>;
};

export type DeviceRecords = {
  readonly makeLink: (plan: LinkPlan) => Promise<Link>;
  /** Turns a link into a device, once. Undefined where the link is unknown, used or out of date. */
  readonly redeemLink: (secret: string, now: Date) => Promise<Redeemed | undefined>;
  /** Undefined where the credential is unknown or revoked. Whether it is out of date is for the caller to judge. */
  readonly findDevice: (credential: string) => Promise<DeviceRecord | undefined>;
  readonly setDeviceKind: (deviceId: ParticipantId, kind: DeviceKind) => Promise<void>;
  readonly setDeviceWearer: (deviceId: ParticipantId, wearer: CaregiverId) => Promise<void>;
  /** From now on the device's credential is worth nothing. */
  readonly revokeDevice: (deviceId: ParticipantId, now: Date) => Promise<void>;
};

/** A caregiver whose browser may open their diary. */
export type DiaryOwner = { readonly familyId: FamilyId; readonly caregiverId: CaregiverId };

export type DiaryRecords = {
  readonly makeDiaryLink: (owner: DiaryOwner, now: Date) => Promise<Link>;
  /** Makes the browser that has the link a caregiver's diary, once. Undefined where the link is worth nothing. */
  readonly openDiary: (secret: string, now: Date) => Promise<OpenedDiary | undefined>;
  readonly findDiary: (credential: string, now: Date) => Promise<DiaryOwner | undefined>;
};

/** A diary, and the credential that its browser's cookie carries from now on. */
type OpenedDiary = DiaryOwner & { readonly credential: string; readonly expiresAt: Date };

/** The clinic's own copies of programs: versions that never change. Rule PRO2. */
export type ClinicProgramRecords = {
  /** The newest version of each. */
  readonly listClinicPrograms: () => Promise<readonly ClinicProgram[]>;
  /** The newest first; none where there is no such copy. */
  readonly listClinicProgramVersions: (id: ClinicProgramId) => Promise<readonly ClinicProgram[]>;
  /** That version, or the newest. */
  readonly findClinicProgram: (id: ClinicProgramId, version?: number) => Promise<ClinicProgram | undefined>;
  readonly makeClinicProgram: (plan: NewClinicProgram, by: ParticipantId, at: Date) => Promise<ClinicProgram>;
  /** Makes the next version. Undefined where there is no such copy. */
  readonly changeClinicProgram: (
    id: ClinicProgramId,
    change: ClinicProgramChange,
    by: ParticipantId,
    at: Date,
  ) => Promise<ClinicProgram | undefined>;
};

/** How to reach each family. */
export type SafetyRecords = {
  readonly findSafetySheet: (familyId: FamilyId) => Promise<KeptSafetySheet | undefined>;
  /** Writes over what was there, as the next revision. */
  readonly writeSafetySheet: (
    familyId: FamilyId,
    sheet: SafetySheet,
    by: string,
    now: Date,
  ) => Promise<KeptSafetySheet>;
};

/** What the clinic says of itself: versions that never change. */
export type ClinicSettingsRecords = {
  /** The newest first. */
  readonly listClinicSettings: () => Promise<readonly ClinicSettingsVersion[]>;
  /** The newest; undefined where nobody has set anything yet. */
  readonly findClinicSettings: () => Promise<ClinicCard | undefined>;
  /** Makes the next version. */
  readonly writeClinicSettings: (settings: ClinicCard, by: ParticipantId, at: Date) => Promise<void>;
};

/** An attempt as it is handed in; whether its coder knew the key is a matter of what is kept already. */
export type NewScoredAttempt = Omit<PracticeAttempt, 'knewKey' | 'watched'> & {
  readonly openedAt: string;
  readonly watched: 'whole' | 'part';
};

/** An attempt with what was pressed in it. */
export type KeptAttempt = Omit<ScoredAttempt, 'lines'>;

/** What staff coded in practice clips. Rules PRA2, PRA3. */
export type PracticeRecords = {
  /**
   * Notes once that somebody begins, however often it is asked, and forgets attempts that were opened before `forgetBefore`
   * and never handed in. Undefined where the attempt's id is somebody else's, or was handed in already.
   */
  readonly openAttempt: (
    attempt: OpenAttempt,
    by: ParticipantId,
    forgetBefore: Date,
  ) => Promise<OpenAttempt | undefined>;
  /** One's own attempt that is not handed in yet. */
  readonly findOpenAttempt: (attemptId: AttemptId, by: ParticipantId) => Promise<OpenAttempt | undefined>;
  /** Keeps an attempt that was open, once: what was handed in first stays. Undefined where its id is somebody else's. */
  readonly keepAttempt: (
    attempt: NewScoredAttempt,
    given: HandedInCodes['given'],
    by: ParticipantId,
  ) => Promise<KeptAttempt | undefined>;
  /** One's own attempt that was handed in. */
  readonly findAttempt: (attemptId: AttemptId, by: ParticipantId) => Promise<KeptAttempt | undefined>;
  /** A page of somebody's attempts, the newest first; `before` is the `next` of the page before. */
  readonly listAttempts: (by: ParticipantId, before?: number) => Promise<PracticeAttempts>;
  /** All who have practiced, by name. */
  readonly listPracticeCoders: () => Promise<readonly PracticeCoder[]>;
};

/** What the clinic keeps beside the logs of its sessions. */
export type Records = PeopleRecords &
  FamilyRecords &
  SessionRecords &
  DeviceRecords &
  DiaryRecords &
  ClinicProgramRecords &
  SafetyRecords &
  ClinicSettingsRecords &
  PracticeRecords;
