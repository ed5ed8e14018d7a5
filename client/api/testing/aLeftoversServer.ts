import type { Handshake } from '#shared/protocol/contract.ts';
import { ok, type Reply } from '#shared/protocol/reply.ts';
import type { SessionSocket } from '../socket.ts';

type Sent = { readonly sessionId: string; readonly name: string; readonly input: object };

/** A server that receives presses, for tests. It accepts everything that the test does not make it refuse. */
export function aLeftoversServer() {
  const handshakes: Handshake[] = [];
  const sent: Sent[] = [];
  const open = new Set<string>();
  let answer: (name: string) => Reply<unknown> = () => ok({ seq: 1 });
  let isSignedIn = true;

  return {
    handshakes,
    sent,
    open,
    answerWith: (next: Reply<unknown>) => {
      answer = () => next;
    },
    signOut: () => {
      isSignedIn = false;
    },
    signIn: () => {
      isSignedIn = true;
    },
    connect: (handshake: Handshake): SessionSocket => {
      const sessionId = handshake.as === 'staff' ? handshake.sessionId : 'device';
      const listeners = new Map<string, (what?: unknown) => void>();
      handshakes.push(handshake);
      const socket = {
        connected: false,
        active: true,
        on: (name: string, listener: (what?: unknown) => void) => listeners.set(name, listener),
        connect() {
          if (!isSignedIn) {
            listeners.get('connect_error')?.(new Error('not-signed-in'));
            return;
          }
          socket.connected = true;
          open.add(sessionId);
          listeners.get('connect')?.();
        },
        disconnect() {
          socket.connected = false;
          open.delete(sessionId);
        },
        timeout: () => ({
          emitWithAck: (name: string, input: object) => {
            sent.push({ sessionId, name, input });
            return Promise.resolve(answer(name));
          },
        }),
      };
      return socket as unknown as SessionSocket;
    },
  };
}
