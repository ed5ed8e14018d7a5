import type { onRequestAsyncHookHandler } from 'fastify';
import type { Account } from '#shared/protocol/http.ts';
import type { Auth } from '#server/auth/auth.ts';
import { mayAsk, type Action } from './access.ts';

/** The one door that every route below `/api` has. */
export type Gate = {
  /** A hook that lets a request in by the access table, or refuses it before its body is read. */
  readonly admit: (action: Action) => onRequestAsyncHookHandler;
  /** Who was let in. Throws on a route that is open to nobody in particular. */
  readonly accountOf: (request: object) => Account;
};

export function createGate(auth: Pick<Auth, 'findAccount'>): Gate {
  const accounts = new WeakMap<object, Account>();

  return {
    admit: (action) => async (request, reply) => {
      if (mayAsk('nobody', action)) return;
      const account = await auth.findAccount(request.headers.cookie);
      if (account === undefined) return reply.code(401).send({ error: 'Please sign in.' });
      if (!mayAsk(account.role, action)) return reply.code(403).send({ error: 'This is not for your role.' });
      accounts.set(request, account);
    },

    accountOf(request) {
      const account = accounts.get(request);
      if (account === undefined) throw new Error('This route was not admitted by the gate.');
      return account;
    },
  };
}
