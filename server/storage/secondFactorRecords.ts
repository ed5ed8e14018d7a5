import type { ParticipantId } from '#shared/protocol/ids.ts';

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
