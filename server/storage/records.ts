import type { AccountLinkPurpose } from '#shared/domain/accountLinks.ts';
import type { SignInWay } from '#shared/domain/secondFactor.ts';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { Assignment, Team as TeamOfTie } from '#shared/domain/tie.ts';
import type { Caregiver, Edits } from '#shared/protocol/facts.ts';
import type { ClinicCard, ClinicSettingsVersion } from '#shared/protocol/clinic.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { LinkHolder } from '#shared/protocol/http/accountLinks.ts';
import type { SignInPolicy } from '#shared/protocol/http/signInPolicy.ts';
import type { NewPerson, Person } from '#shared/protocol/http/people.ts';
import type { ClinicProgram, ClinicProgramChange, NewClinicProgram } from '#shared/protocol/http/programs.ts';
import type { AssignedFamilies, CaseloadNotice, Colleague, FamilyTherapist } from '#shared/protocol/http/caseloads.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import type { Team, TeamChange, Teams } from '#shared/protocol/http/teams.ts';
import type {
  AttemptId,
  SubmittedCodes,
  OpenAttempt,
  PracticeAttempt,
  PracticeAttempts,
  PracticeCoder,
  ScoredAttempt,
} from '#shared/protocol/practice.ts';
import type { KeptSafetySheet, SafetySheet } from '#shared/protocol/safetySheet.ts';
import type {
  CaregiverId,
  ClinicProgramId,
  FamilyId,
  LinkId,
  ParticipantId,
  SessionId,
  TeamId,
} from '#shared/protocol/ids.ts';
import type { AuditRecords } from './auditRecords.ts';
import type { CaregiverPasskeyRecords } from './caregiverPasskeyRecords.ts';
import type { DiaryOwner, OpenedDiary } from './diaryOwner.ts';
import type { PasskeyRecords } from './passkeyRecords.ts';
import type { ProviderRecords } from './providerRecords.ts';
import type { SeenBy } from './tiedFamilies.ts';

/** A planned session, before anything happened in it. */
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
  /** The clinic's changes to its copy of the program when the session was planned. */
  readonly edits: Edits | null;
  /** The stage of the course that it is for, and what is to be coded in it. */
  readonly stage: string | null;
  readonly treatmentPhase: string | null;
};

export type FamilyPlan = Pick<Family, 'name' | 'childInitials'> &
  Partial<Pick<Family, 'childBirthMonth' | 'program' | 'programVersion' | 'clinicProgram'>> & {
    readonly caregiverNames: readonly string[];
    /** On whose caseload it begins. */
    readonly therapist?: ParticipantId;
  };

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
  readonly expiresAt: Date;
};

/** A link as staff see it. `madeAt` is null for one from before links were listed. */
export type LinkRecord = {
  readonly linkId: LinkId;
  readonly kind: 'family' | 'ear';
  readonly wearer: CaregiverId | null;
  readonly madeAt: Date | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** The device that used it. */
  readonly device: {
    readonly deviceId: ParticipantId;
    readonly kind: DeviceKind;
    readonly wearer: CaregiverId | null;
  } | null;
};

/** A link's secret, which is returned once and stored only as a hash. */
type Link = { readonly linkId: LinkId; readonly secret: string; readonly expiresAt: Date };

type Redeemed = { readonly device: DeviceRecord; readonly credential: string };

/** The people who work here. `server/auth` creates accounts and owns passwords. */
export type PeopleRecords = {
  readonly hasAccounts: () => Promise<boolean>;
  readonly listAccounts: () => Promise<readonly Person[]>;
  readonly findAccount: (userId: ParticipantId) => Promise<Person | undefined>;
};

/** A link that was just made, and whom it is for. */
export type MadeAccountLink = {
  readonly userId: ParticipantId;
  readonly name: string;
  readonly email: string;
  readonly purpose: AccountLinkPurpose;
  readonly link: { readonly secret: string; readonly expiresAt: Date };
};

/** Links by which people set their own passwords. Rule PER10. */
export type AccountLinkRecords = {
  /** Makes an account without a password, and its first link. Undefined if the email address has an account already. */
  readonly invitePerson: (person: NewPerson, now: Date) => Promise<MadeAccountLink | undefined>;
  /** A link in place of all earlier ones of this person. Undefined if the account is unknown or deactivated. */
  readonly replaceAccountLinks: (userId: ParticipantId, now: Date) => Promise<MadeAccountLink | undefined>;
  /**
   * A link for somebody who asks for it by their address. Earlier links stay valid, because anybody could ask. Undefined
   * if there is no such account, or one was made a moment ago.
   */
  readonly makeOwnAccountLink: (email: string, now: Date) => Promise<MadeAccountLink | undefined>;
  readonly findAccountLink: (secret: string, now: Date) => Promise<LinkHolder | undefined>;
  /** Sets the password, uses up every link of the person and ends their sign-ins. Undefined if the link is not valid. */
  readonly useAccountLink: (secret: string, passwordHash: string, now: Date) => Promise<LinkHolder | undefined>;
  /**
   * Removes an account that nobody ever signed in to, or deactivates it if families were on its caseload. False if there
   * is no such invitation.
   */
  readonly withdrawInvitation: (userId: ParticipantId) => Promise<boolean>;
};

type KeptAuthenticator = { readonly sealedSecret: string; readonly confirmedAt: string | null };

/** Second factors of people, and sign-ins that gave one. Rule PER11. */
export type SecondFactorRecords = {
  readonly findSecondFactors: (userId: ParticipantId) => Promise<{
    readonly authenticator: KeptAuthenticator | undefined;
    readonly passkeys: number;
    readonly recoveryCodesLeft: number;
  }>;
  /** False if the person has one that was confirmed. One that was not is replaced. */
  readonly beginAuthenticator: (userId: ParticipantId, sealedSecret: string, now: Date) => Promise<boolean>;
  /**
   * Uses up the code of a time step, which confirms the authenticator. False if that step or a later one was used
   * already: somebody may have seen the code.
   */
  readonly useAuthenticatorStep: (userId: ParticipantId, step: number, now: Date) => Promise<boolean>;
  /** No sign-in of the person has given a second factor anymore. */
  readonly removeAuthenticator: (userId: ParticipantId) => Promise<void>;
  /** Removes all of the person's second factors and recovery codes, and ends their sign-ins. False if they had none. */
  readonly removeSecondFactors: (userId: ParticipantId) => Promise<boolean>;
  readonly replaceRecoveryCodes: (userId: ParticipantId, hashes: readonly string[]) => Promise<void>;
  /** False if the person has no such code, or used it. */
  readonly useRecoveryCode: (userId: ParticipantId, hash: string) => Promise<boolean>;
  /** It gave a second factor, which also shows who the person is. */
  readonly completeSignIn: (signInId: string, now: Date) => Promise<void>;
  readonly confirmSignIn: (signInId: string, now: Date) => Promise<void>;
};

/** The sign-ins of one person, for their own eyes. */
export type SignInRecords = {
  /** Latest first, also some that have ended. */
  readonly listSignIns: (userId: ParticipantId) => Promise<readonly KeptSignIn[]>;
  readonly noteBrowser: (signInId: string, userAgent: string) => Promise<void>;
  readonly noteSeen: (signInId: string, now: Date) => Promise<void>;
  /** False if the person has no such sign-in. */
  readonly endSignIn: (userId: ParticipantId, signInId: string) => Promise<boolean>;
  readonly endOtherSignIns: (userId: ParticipantId, kept: string) => Promise<void>;
  /** Uses up every link for a password, and ends every sign-in but the one that asks. */
  readonly changePassword: (
    by: { readonly userId: ParticipantId; readonly signInId: string },
    passwordHash: string,
    now: Date,
  ) => Promise<void>;
};

type KeptSignIn = {
  readonly signInId: string;
  readonly userAgent: string;
  readonly way: SignInWay;
  readonly since: Date;
  readonly seenAt: Date;
};

/** How people sign in: versions that never change. */
export type SignInPolicyRecords = {
  /** The newest, or `UNDECIDED_POLICY` if nobody has decided. */
  readonly readSignInPolicy: () => Promise<SignInPolicy>;
  readonly writeSignInPolicy: (policy: SignInPolicy, by: ParticipantId, at: Date) => Promise<void>;
};

export type FamilyRecords = {
  /** By name: all, or those that a person is tied to. */
  readonly listFamilies: (seenBy?: SeenBy) => Promise<readonly Family[]>;
  readonly findFamily: (familyId: FamilyId) => Promise<Family | undefined>;
  /** Its record begins with the fact that the course was opened. */
  readonly makeFamily: (family: FamilyPlan, by: FamilyFact['by'], now: Date) => Promise<Family>;
};

export type SessionRecords = {
  readonly findSession: (sessionId: SessionId) => Promise<SessionRecord | undefined>;
  /** Two at most, so that one knows whether there are more. */
  readonly findSessionsByStartOfId: (start: string) => Promise<readonly SessionRecord[]>;
  /** Latest first: all, or those of the families that a person is tied to. */
  readonly listSessions: (seenBy?: SeenBy) => Promise<readonly SessionRecord[]>;
  /** A family's sessions, earliest first. */
  readonly listSessionsOf: (familyId: FamilyId) => Promise<readonly SessionRecord[]>;
  readonly makeSession: (plan: SessionPlan) => Promise<SessionRecord | undefined>;
};

export type DeviceRecords = {
  readonly makeLink: (plan: LinkPlan) => Promise<Link>;
  /** The latest links of a session, latest first. */
  readonly listLinks: (sessionId: SessionId) => Promise<readonly LinkRecord[]>;
  /** Makes a link useless and turns away the device that used it. False if the session has no such link. */
  readonly withdrawLink: (sessionId: SessionId, linkId: LinkId, now: Date) => Promise<boolean>;
  /** Turns a link into a device, once. Undefined if the link is unknown, used, expired or withdrawn. */
  readonly redeemLink: (secret: string, now: Date) => Promise<Redeemed | undefined>;
  /** Undefined if the credential is unknown or revoked. The caller checks whether it has expired. */
  readonly findDevice: (credential: string) => Promise<DeviceRecord | undefined>;
  /** Undefined if there is no such device or it is revoked. The caller checks whether it has expired. */
  readonly findDeviceById: (deviceId: ParticipantId) => Promise<DeviceRecord | undefined>;
  readonly setDeviceKind: (deviceId: ParticipantId, kind: DeviceKind) => Promise<void>;
  readonly setDeviceWearer: (deviceId: ParticipantId, wearer: CaregiverId) => Promise<void>;
  readonly revokeDevice: (deviceId: ParticipantId, now: Date) => Promise<void>;
};

type DiaryLinkRecord = Pick<LinkRecord, 'linkId' | 'madeAt' | 'expiresAt' | 'usedAt' | 'withdrawnAt'> & {
  readonly caregiverId: CaregiverId;
};

export type DiaryRecords = {
  readonly makeDiaryLink: (owner: DiaryOwner, now: Date) => Promise<Link>;
  /** Turns a link into a diary in this browser, once. Undefined if the link is not valid. */
  readonly openDiary: (secret: string, now: Date) => Promise<OpenedDiary | undefined>;
  /** The latest links of a family, latest first. */
  readonly listDiaryLinks: (familyId: FamilyId) => Promise<readonly DiaryLinkRecord[]>;
  /** Makes a link useless and closes the diary that it opened. False if the family has no such link. */
  readonly withdrawDiaryLink: (familyId: FamilyId, linkId: LinkId, now: Date) => Promise<boolean>;
  readonly findDiary: (credential: string, now: Date) => Promise<DiaryOwner | undefined>;
};

/** The clinic's own copies of programs: versions that never change. Rule PRO2. */
export type ClinicProgramRecords = {
  /** The newest version of each. */
  readonly listClinicPrograms: () => Promise<readonly ClinicProgram[]>;
  /** Newest first; none if there is no such copy. */
  readonly listClinicProgramVersions: (id: ClinicProgramId) => Promise<readonly ClinicProgram[]>;
  /** That version, or the newest. */
  readonly findClinicProgram: (id: ClinicProgramId, version?: number) => Promise<ClinicProgram | undefined>;
  readonly makeClinicProgram: (plan: NewClinicProgram, by: ParticipantId, at: Date) => Promise<ClinicProgram>;
  /** Adds the next version. Undefined if there is no such copy. */
  readonly changeClinicProgram: (
    id: ClinicProgramId,
    change: ClinicProgramChange,
    by: ParticipantId,
    at: Date,
  ) => Promise<ClinicProgram | undefined>;
};

export type SafetyRecords = {
  readonly findSafetySheet: (familyId: FamilyId) => Promise<KeptSafetySheet | undefined>;
  readonly writeSafetySheet: (
    familyId: FamilyId,
    sheet: SafetySheet,
    by: string,
    now: Date,
  ) => Promise<KeptSafetySheet>;
};

/** The clinic's settings: versions that never change. */
export type ClinicSettingsRecords = {
  /** Newest first. */
  readonly listClinicSettings: () => Promise<readonly ClinicSettingsVersion[]>;
  /** The newest; undefined if nobody has set anything yet. */
  readonly findClinicSettings: () => Promise<ClinicCard | undefined>;
  readonly writeClinicSettings: (settings: ClinicCard, by: ParticipantId, at: Date) => Promise<void>;
};

/** An attempt as it is submitted. Whether its coder knew the key follows from earlier attempts. */
export type NewScoredAttempt = Omit<PracticeAttempt, 'knewKey' | 'watched'> & {
  readonly openedAt: string;
  readonly watched: 'whole' | 'part';
};

/** An attempt with what was pressed in it. */
export type KeptAttempt = Omit<ScoredAttempt, 'lines'>;

export type PracticeRecords = {
  /**
   * Records once that a person begins, however often it is called, and forgets attempts that were opened before
   * `forgetBefore` and never submitted. Undefined if the attempt's id is another person's or was submitted already.
   */
  readonly openAttempt: (
    attempt: OpenAttempt,
    by: ParticipantId,
    forgetBefore: Date,
  ) => Promise<OpenAttempt | undefined>;
  readonly findOpenAttempt: (attemptId: AttemptId, by: ParticipantId) => Promise<OpenAttempt | undefined>;
  /** Stores an open attempt, once: what was submitted first stays. Undefined if its id is another person's. */
  readonly keepAttempt: (
    attempt: NewScoredAttempt,
    given: SubmittedCodes['given'],
    by: ParticipantId,
  ) => Promise<KeptAttempt | undefined>;
  readonly findAttempt: (attemptId: AttemptId, by: ParticipantId) => Promise<KeptAttempt | undefined>;
  /** A page of a person's attempts, newest first; `before` is the `next` of the page before. */
  readonly listAttempts: (by: ParticipantId, before?: number) => Promise<PracticeAttempts>;
  /** Who has practiced, of the people whom a person supervises, and the person. */
  readonly listPracticeCoders: (supervisor: ParticipantId) => Promise<readonly PracticeCoder[]>;
};

/** A family that comes to `to`: from the caseload of `from`, or in addition to those who treat it. */
export type Move = { readonly from: ParticipantId | null; readonly to: ParticipantId };
type Arranged = { readonly by: ParticipantId; readonly now: Date };

export type CaseloadRecords = {
  /** The family's therapists, and the teams of them that the person leads: what `tieOf` needs. Rule PER9. */
  readonly findTieFacts: (
    familyId: FamilyId,
    person: ParticipantId,
  ) => Promise<{ readonly assignments: readonly Assignment[]; readonly teams: readonly TeamOfTie[] }>;
  /** The families on a therapist's caseload, without those they cover. */
  readonly listCaseload: (therapist: ParticipantId) => Promise<readonly FamilyId[]>;
  readonly listTherapistsOf: (familyId: FamilyId, today: string) => Promise<readonly FamilyTherapist[]>;
  readonly listAssignments: (page: {
    readonly today: string;
    readonly after?: FamilyId | undefined;
    readonly of?: ParticipantId | 'nobody' | undefined;
  }) => Promise<AssignedFamilies>;
  /** Moves those of the families that are still on the caseload of `from`. Resolves to how many came to `to`. */
  readonly handOver: (families: readonly FamilyId[], move: Move, how: Arranged) => Promise<number>;
  /**
   * Until and including a day, which ends at a moment: the sessions planned before it are led by `to`. Whoever treats a
   * family needs no cover for it. Resolves to how many are covered.
   */
  readonly cover: (
    families: readonly FamilyId[],
    move: Move & { readonly from: ParticipantId; readonly until: string; readonly ends: Date },
    how: Arranged,
  ) => Promise<number>;
  /** False if this person does not cover the family. */
  readonly endCover: (familyId: FamilyId, coveredBy: ParticipantId, how: Arranged) => Promise<boolean>;
  readonly listNotices: (therapist: ParticipantId, today: string) => Promise<readonly CaseloadNotice[]>;
  readonly dismissNotices: (therapist: ParticipantId, families: readonly FamilyId[], now: Date) => Promise<void>;
};

/** The teams that are not retired and that one of some people belongs to, as `mayBring` needs them. */
export type TeamRecords = {
  readonly listTeamsOf: (people: readonly ParticipantId[]) => Promise<readonly TeamOfTie[]>;
  /** Active therapists: all, or those among whom a person may hand over. */
  readonly listColleagues: (seenBy?: SeenBy['person']) => Promise<readonly Colleague[]>;
  readonly isSupervisedBy: (lead: ParticipantId, member: ParticipantId) => Promise<boolean>;
  readonly listTeams: (after?: TeamId) => Promise<Teams>;
  readonly makeTeam: (name: string, now: Date) => Promise<Team>;
  /** Undefined if there is no such team. */
  readonly changeTeam: (teamId: TeamId, change: TeamChange, now: Date) => Promise<Team | undefined>;
};

/** What the clinic stores besides the logs of its sessions. */
export type Records = PeopleRecords &
  AccountLinkRecords &
  SecondFactorRecords &
  PasskeyRecords &
  ProviderRecords &
  SignInRecords &
  SignInPolicyRecords &
  FamilyRecords &
  SessionRecords &
  DeviceRecords &
  DiaryRecords &
  CaregiverPasskeyRecords &
  ClinicProgramRecords &
  SafetyRecords &
  ClinicSettingsRecords &
  PracticeRecords &
  CaseloadRecords &
  TeamRecords &
  AuditRecords;
