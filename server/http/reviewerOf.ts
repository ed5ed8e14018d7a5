import type { Account } from '#shared/protocol/http/people.ts';

/** A member of staff, as a review knows them. */
export function reviewerOf({ userId, name, role }: Account) {
  return { participantId: userId, name, role };
}
