import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** A better-auth plugin that lets the server, and nobody over HTTP, sign a person in without a password. */
export function signInAs() {
  return {
    id: 'sign-in-as',
    endpoints: {
      signInAs: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (endpoint) => {
          const { internalAdapter } = endpoint.context;
          const user = await internalAdapter.findUserById(endpoint.body.userId);
          if (!user) throw new Error('There is no account to sign in to.');
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(endpoint, { session, user });
          return { signInId: session.id };
        },
      ),
    },
  };
}
