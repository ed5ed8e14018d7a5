import { randomUUID } from 'node:crypto';
import { NodeWebSocket } from 'socket.io-client';
import { type LiveSession, openLiveSession } from '#client/api/liveSession.ts';
import { openSocket } from '#client/api/socket.ts';
import { aBrowserStore } from '#client/api/testing/aBrowserStore.ts';
import { type CaregiverId, CodeId, type SessionId } from '#shared/protocol/ids.ts';

/** Somebody who codes with the page's own way of sending, keeping and sending again, and without the page. */
export type Coder = {
  readonly press: (caregiverId: CaregiverId) => void;
  /** Every code that they pressed, in order. */
  readonly pressed: readonly CodeId[];
  readonly session: LiveSession;
  /** How many presses the server has not acknowledged. */
  readonly unsent: () => number;
};

type Place = { readonly url: string; readonly cookie: string; readonly sessionId: SessionId };

export function openCoder({ url, cookie, sessionId }: Place): Coder {
  const pressed: CodeId[] = [];
  const session = openLiveSession(
    { as: 'staff', sessionId },
    {
      store: aBrowserStore().window(),
      heardDelayMs: () => 60,
      localNow: () => performance.now(),
      wallNow: () => Date.now(),
      random: Math.random,
      makeId() {
        const codeId = CodeId.parse(randomUUID());
        pressed.push(codeId);
        return codeId;
      },
      isElsewhere: () => false,
      report: (problem) => console.error(problem),
    },
    (handshake) => openSocket(handshake, `${url}/`, [withCookie(cookie)]),
  );
  return {
    session,
    pressed,
    press: (caregiverId) => session.press('LP', caregiverId),
    unsent: () => session.getSnapshot().unsent.length,
  };
}

/** What a browser does by itself. */
function withCookie(cookie: string): typeof NodeWebSocket {
  return class extends NodeWebSocket {
    constructor(options: ConstructorParameters<typeof NodeWebSocket>[0]) {
      super({ ...options, extraHeaders: { cookie } });
    }
  };
}
