import type { DeviceKind } from '#shared/domain/people.ts';
import type { Caregiver } from '#shared/protocol/facts.ts';
import type { Account, Family, NewFamily } from '#shared/protocol/http.ts';
import type { CaregiverId, FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';

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
  readonly programme: string;
  readonly programmeVersion: string;
};

/** What it takes to make a session. */
export type SessionPlan = Pick<SessionRecord, 'familyId' | 'lead' | 'startsAt' | 'programme' | 'programmeVersion'> & {
  readonly madeBy: ParticipantId;
};

/** A device that a family let into one session with a link. */
export type DeviceRecord = {
  readonly deviceId: ParticipantId;
  readonly sessionId: SessionId;
  readonly kind: DeviceKind;
  readonly wearer: CaregiverId | null;
  readonly name: string;
  readonly expiresAt: Date;
};

export type LinkPlan = {
  readonly sessionId: SessionId;
  readonly kind: 'family' | 'ear';
  readonly wearer: CaregiverId | null;
  readonly now: Date;
};

/** A link's secret, said once and kept only as a hash. */
export type Link = { readonly secret: string; readonly expiresAt: Date };

/** A device, and the credential that its cookie carries from now on. */
export type Redeemed = { readonly device: DeviceRecord; readonly credential: string };

/** Who works here. Accounts are made through `server/auth`, which owns passwords. */
export type PeopleRecords = {
  readonly hasAccounts: () => Promise<boolean>;
  readonly listAccounts: () => Promise<readonly Account[]>;
};

export type FamilyRecords = {
  readonly listFamilies: () => Promise<readonly Family[]>;
  readonly makeFamily: (family: NewFamily) => Promise<Family>;
};

export type SessionRecords = {
  readonly findSession: (sessionId: SessionId) => Promise<SessionRecord | undefined>;
  /** The sessions that someone leads, or all of them; the latest first. */
  readonly listSessions: (lead?: ParticipantId) => Promise<readonly SessionRecord[]>;
  /** Undefined where there is no such family. */
  readonly makeSession: (plan: SessionPlan) => Promise<SessionRecord | undefined>;
};

export type DeviceRecords = {
  readonly makeLink: (plan: LinkPlan) => Promise<Link>;
  /** Turns a link into a device, once. Undefined where the link is unknown, used or out of date. */
  readonly redeemLink: (secret: string, now: Date) => Promise<Redeemed | undefined>;
  /** Undefined where the credential is unknown, revoked or out of date. */
  readonly findDevice: (credential: string, now: Date) => Promise<DeviceRecord | undefined>;
  readonly setDeviceKind: (deviceId: ParticipantId, kind: DeviceKind) => Promise<void>;
  readonly setDeviceWearer: (deviceId: ParticipantId, wearer: CaregiverId) => Promise<void>;
  /** From now on the device's credential is worth nothing. */
  readonly revokeDevice: (deviceId: ParticipantId) => Promise<void>;
};

/** What the clinic keeps beside the logs of its sessions. */
export type Records = PeopleRecords & FamilyRecords & SessionRecords & DeviceRecords;
