import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { clientId: 'earshot', clientSecret: 'a secret that both of them know' };

type Person = { readonly email?: string; readonly email_verified?: boolean };

/** A real OpenID Connect provider on a free port of this machine. It answers once it knows its client's address. */
export async function openIdentityProvider() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,

    /** `people` are those who have an account there. Any password is good. */
    async serve(publicUrl: string, people: Readonly<Record<string, Person>>): Promise<void> {
      // It warns that it is not set up for production.
      const warn = console.warn;
      console.warn = () => undefined;
      const { Provider } = await import('oidc-provider');
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.clientId,
            client_secret: CLIENT.clientSecret,
            redirect_uris: [`${publicUrl}/sign-in/provider`],
            post_logout_redirect_uris: [`${publicUrl}/sign-in`],
            // Of a client of this machine.
            application_type: 'native',
          },
        ],
        jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
        cookies: { keys: ['a key for the cookies of tests'] },
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
        findAccount: (_context: unknown, accountId: string) => ({
          accountId,
          claims: () => ({ sub: accountId, ...people[accountId] }),
        }),
      });
      console.warn = warn;
      server.on('request', provider.callback());
    },

    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}
