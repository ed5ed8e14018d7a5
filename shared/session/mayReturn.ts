import { MAY_RETURN_FOR_MS } from '#shared/domain/returning.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { zeroOf } from './beginning.ts';

/** A person whose sign-in or ticket has ended, and when, in ms since 1970. */
export type Returning = { readonly participantId: ParticipantId; readonly endedAt: number };

/**
 * Whether a person may come back to a session although their sign-in has ended. They must have joined it before that,
 * and the session must still be in progress. A sign-in that ended before the session began does not count. Rule PER5.
 */
export function mayReturn(facts: readonly Fact[], { participantId, endedAt }: Returning, now: number): boolean {
  const [opened] = facts;
  const zero = zeroOf(facts);
  if (opened?.type !== 'session.opened' || zero === undefined || now > endedAt + MAY_RETURN_FOR_MS) return false;
  if (facts.some(({ type }) => type === 'session.closed')) return false;
  const waiting = facts.findIndex(({ type }) => type === 'waiting.opened');
  // A person who came before the lead coach came before session time began.
  const joinedAt = (fact: Fact, index: number) => Date.parse(index < waiting ? opened.startedAt : zero) + fact.at;
  return facts.some(
    (fact, index) =>
      fact.type === 'participant.joined' && fact.participantId === participantId && joinedAt(fact, index) <= endedAt,
  );
}
