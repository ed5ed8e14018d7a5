import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { makeSecret } from '#server/storage/secrets.ts';

/** A server-only better-auth plugin: the cookie's sign-in goes on under another token, and the cookie is worth nothing. */
export function renewToken() {
  return {
    id: 'renew-token',
    endpoints: {
      renewToken: createAuthEndpoint.serverOnly({ method: 'POST', requireHeaders: true }, async (endpoint) => {
        const { authCookies, secret, internalAdapter } = endpoint.context;
        const former = await endpoint.getSignedCookie(authCookies.sessionToken.name, secret);
        const found = former ? await internalAdapter.findSession(former) : null;
        if (!former || found === null) return null;
        const token = makeSecret();
        await internalAdapter.updateSession(former, { token });
        await setSessionCookie(endpoint, { ...found, session: { ...found.session, token } });
        return null;
      }),
    },
  };
}
