import type { SignInPolicy } from '#shared/protocol/http/signInPolicy.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';

/** How people sign in: versions that never change. */
export type SignInPolicyRecords = {
  /** The newest, or `UNDECIDED_POLICY` if nobody has decided. */
  readonly readSignInPolicy: () => Promise<SignInPolicy>;
  readonly writeSignInPolicy: (policy: SignInPolicy, by: ParticipantId, at: Date) => Promise<void>;
};
