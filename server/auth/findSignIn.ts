import { createAuthEndpoint } from 'better-auth/api';

/**
 * A better-auth plugin that lets the server, and nobody over HTTP, find the sign-in of a cookie, even one that has
 * ended. The library's own look-up deletes a sign-in that has ended.
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
