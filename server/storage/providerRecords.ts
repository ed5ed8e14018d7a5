import type { ParticipantId } from '#shared/protocol/ids.ts';

/** Who a person is at the identity provider. Rule PER17. */
export type ProviderRecords = {
  readonly findBySubject: (subject: string) => Promise<ParticipantId | undefined>;
  /** Whether the person ever signed in there. */
  readonly hasSubject: (userId: ParticipantId) => Promise<boolean>;
  /**
   * Connects a subject with the account of this address, which accepts an invitation. Undefined if there is no such
   * account, it is deactivated, or it has another subject.
   */
  readonly connectSubject: (subject: string, email: string, now: Date) => Promise<ParticipantId | undefined>;
};
