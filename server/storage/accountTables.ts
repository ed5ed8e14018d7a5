import type { ColumnType } from 'kysely';
import type { AccountLinkPurpose } from '#shared/domain/accountLinks.ts';
import type { SignInWay } from '#shared/domain/secondFactor.ts';
import type { Role } from '#shared/domain/people.ts';
import type { CaregiverId, FamilyId, LinkId, ParticipantId, PasskeyId } from '#shared/protocol/ids.ts';

/** The sign-in library owns this table and its three sister tables. We add people who are invited. */
export type AuthUserTable = {
  readonly id: ParticipantId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** 1 where nobody can sign in to it anymore. */
  readonly deactivated: ColumnType<0 | 1 | null, 0 | 1 | null | undefined>;
  readonly emailVerified: 0 | 1;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** One way of signing in for one person. We write passwords that were set by a link. */
export type AuthAccountTable = {
  readonly id: string;
  readonly accountId: string;
  readonly providerId: string;
  readonly userId: ParticipantId;
  readonly password: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** One row for each version of how people sign in. */
export type SignInPoliciesTable = {
  readonly version: number;
  readonly second_factor: 'required' | 'optional';
  readonly provider_is_enough: ColumnType<0 | 1, 0 | 1 | undefined>;
  readonly idle_minutes: number;
  readonly lasts_hours: number;
  readonly made_by: ParticipantId;
  readonly made_at: string;
};

/** A person's authenticator app. */
export type AuthenticatorsTable = {
  readonly user_id: ParticipantId;
  /** Encrypted by the secret of the server. */
  readonly sealed_secret: string;
  readonly made_at: string;
  /** Null until a code of it was given. */
  readonly confirmed_at: string | null;
  /** The time step of the last code that was used. */
  readonly last_step: number;
};

/** A passkey of a member of staff. */
export type PasskeysTable = {
  readonly credential_id: string;
  readonly passkey_id: PasskeyId;
  readonly user_id: ParticipantId;
  readonly name: string;
  /** In base64url. */
  readonly public_key: string;
  readonly counter: number;
  /** JSON: how a browser reaches its device. */
  readonly transports: string;
  readonly made_at: string;
  readonly used_at: string | null;
};

/** A passkey with which a caregiver opens their diary. */
export type CaregiverPasskeysTable = Omit<PasskeysTable, 'passkey_id' | 'user_id' | 'name'> & {
  readonly family_id: FamilyId;
  readonly caregiver_id: CaregiverId;
  /** Of the link that opened the diary in which it was made. Null if that is not known. */
  readonly link_id: LinkId | null;
};

export type RecoveryCodesTable = { readonly code_hash: string; readonly user_id: ParticipantId };

/** One row for each link that was not used. A person without a password has at least one for an invitation. */
export type AccountLinksTable = {
  readonly secret_hash: string;
  readonly user_id: ParticipantId;
  readonly purpose: AccountLinkPurpose;
  readonly made_at: string;
  readonly expires_at: string;
};

/** One sign-in of a person. The library creates and reads the rows; we delete those that have ended or were ended. */
export type AuthSessionTable = {
  readonly id: string;
  readonly userId: ParticipantId;
  readonly expiresAt: string;
  /** Null for one from before there were several ways. */
  readonly way: SignInWay | null;
  readonly createdAt: string;
  readonly userAgent: string | null;
  /** When it last asked for anything. Null for one from before that was noted. */
  readonly seenAt: string | null;
  readonly secondFactorAt: string | null;
  readonly confirmedAt: string | null;
};
