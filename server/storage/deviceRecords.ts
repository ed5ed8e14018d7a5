import type { DeviceKind } from '#shared/domain/people.ts';
import type { CaregiverId, LinkId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { Link } from './newLink.ts';

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

type Redeemed = { readonly device: DeviceRecord; readonly credential: string };

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
