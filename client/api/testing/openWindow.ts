import { io } from 'socket.io-client';
import { expect } from 'vitest';
import type { SessionId } from '#shared/protocol/ids.ts';
import { type LiveSession, type LiveSessionParts, openLiveSession } from '../liveSession.ts';

export const HEARD_DELAY_MS = 120;

/** A coach's window for tests: the real live session, with connections over a Node HTTP agent. */
export function openWindow(
  sessionId: SessionId,
  agent: object,
  parts: Pick<LiveSessionParts, 'store' | 'makeId' | 'random'> & { readonly skewMs?: number },
): LiveSession {
  const { skewMs = 0, ...rest } = parts;
  // Socket.IO passes the agent to the WebSocket, but its types include only browser options.
  const overAgent: object = { agent };
  return openLiveSession(
    { as: 'staff', sessionId },
    {
      ...rest,
      heardDelayMs: () => HEARD_DELAY_MS,
      isElsewhere: () => false,
      localNow: () => performance.now() + skewMs,
      wallNow: () => Date.now() - skewMs,
      report: (problem) => expect.unreachable(problem),
    },
    (auth) =>
      io('http://clinic.example', {
        auth,
        ...overAgent,
        transports: ['websocket'],
        forceNew: true,
        autoConnect: false,
        reconnectionDelay: 150,
        reconnectionDelayMax: 2_000,
        randomizationFactor: 0,
      }),
  );
}
