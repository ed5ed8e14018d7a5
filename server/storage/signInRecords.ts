import type { SignInWay } from '#shared/domain/secondFactor.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';

/** The sign-ins of one person, for their own eyes. */
export type SignInRecords = {
  /** Latest first, also some that have ended. */
  readonly listSignIns: (userId: ParticipantId) => Promise<readonly KeptSignIn[]>;
  readonly noteBrowser: (signInId: string, userAgent: string) => Promise<void>;
  readonly noteSeen: (signInId: string, now: Date) => Promise<void>;
  /** False if the person has no such sign-in. */
  readonly endSignIn: (userId: ParticipantId, signInId: string) => Promise<boolean>;
  readonly hasPassword: (userId: ParticipantId) => Promise<boolean>;
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
