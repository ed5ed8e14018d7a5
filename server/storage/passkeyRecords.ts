import type { ParticipantId, PasskeyId } from '#shared/protocol/ids.ts';
import type { Transport } from '#shared/protocol/webAuthn.ts';

/** A passkey, as far as the server has it. */
export type PublicPasskey = {
  readonly credentialId: string;
  /** In base64url. */
  readonly publicKey: string;
  /** How often it signed, if its device counts. A copy of the device would be behind. */
  readonly counter: number;
  readonly transports: readonly Transport[];
};

export type KeptPasskey = PublicPasskey & {
  readonly passkeyId: PasskeyId;
  readonly userId: ParticipantId;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
};

/** Passkeys of staff. Rule PER16. */
export type PasskeyRecords = {
  /** Oldest first. */
  readonly listPasskeys: (userId: ParticipantId) => Promise<readonly KeptPasskey[]>;
  readonly findPasskey: (credentialId: string) => Promise<KeptPasskey | undefined>;
  /** Undefined if it is known already. */
  readonly addPasskey: (
    userId: ParticipantId,
    passkey: PublicPasskey & { readonly name: string },
    now: Date,
  ) => Promise<KeptPasskey | undefined>;
  readonly usePasskey: (credentialId: string, counter: number, now: Date) => Promise<void>;
  /** False if the person has no such passkey. */
  readonly renamePasskey: (userId: ParticipantId, passkeyId: PasskeyId, name: string) => Promise<boolean>;
  /** Also ends every sign-in of the person but one. False if the person has no such passkey. */
  readonly removePasskey: (
    by: { readonly userId: ParticipantId; readonly signInId: string },
    passkeyId: PasskeyId,
  ) => Promise<boolean>;
};
