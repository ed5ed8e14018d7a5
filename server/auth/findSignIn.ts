import { createAuthEndpoint } from 'better-auth/api';

/** A server-only better-auth plugin: finds a cookie's sign-in even after its end, when the library would delete it. */
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
