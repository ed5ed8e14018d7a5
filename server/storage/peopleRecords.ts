import type { Person } from '#shared/protocol/http/people.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';

/** The people who work here. `server/auth` creates accounts and owns passwords. */
export type PeopleRecords = {
  readonly hasAccounts: () => Promise<boolean>;
  readonly listAccounts: () => Promise<readonly Person[]>;
  readonly findAccount: (userId: ParticipantId) => Promise<Person | undefined>;
};
