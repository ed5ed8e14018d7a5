import { useEffect, useState } from 'react';
import { handIn } from '#client/api/handIn.ts';
import { useMe } from '#client/api/me.ts';
import { openOutbox, outboxKey, type UnsentPress } from '#client/api/outbox.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import { openSocket } from '#client/api/socket.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { isFinal } from '#shared/protocol/reply.ts';

/** Presses that wait, and those that the server did not take. */
export type Leftovers = { readonly unsent: readonly UnsentPress[]; readonly refused: readonly UnsentPress[] };

const NONE: Leftovers = { unsent: [], refused: [] };

/** Hands in what this browser still keeps of one's own presses in a session that is over. Rules LOG4, LOG5. */
export function useLeftovers(sessionId: SessionId): Leftovers {
  const { userId } = useMe();
  const [left, setLeft] = useState(NONE);

  useEffect(() => {
    const outbox = openOutbox(browserPressStore(), outboxKey(sessionId, userId), () => crypto.randomUUID());
    return handIn({
      handshake: { as: 'staff', sessionId },
      outbox,
      connect: openSocket,
      random: () => Math.random(),
      onAnswer: (press, reply) =>
        setLeft(({ refused }) => ({
          unsent: outbox.unsent(),
          refused: !reply.ok && isFinal(reply.error.code) ? [...refused, press] : refused,
        })),
    });
  }, [sessionId, userId]);

  return left;
}
