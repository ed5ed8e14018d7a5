import { createAuthEndpoint } from 'better-auth/api';

/**
 * A better-auth plugin by which the server itself, and nobody over HTTP, finds the sign-in that a cookie names, also one
 * that has ended. The library's own way deletes what has ended as soon as it is asked for it.
 */
export function findSignIn() {
  return {
    id: 'find-sign-in',
    endpoints: {
      findSignIn: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (endpoint) => {
        const { authCookies, secret, internalAdapter } = endpoint.context;
        const token = await endpoint.getSignedCookie(authCookies.sessionToken.name, secret);
        return token ? internalAdapter.findSession(token) : null;
      }),
    },
  };
}
