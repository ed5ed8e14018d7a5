import { generateKeyPairSync } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

export const CLIENT = { clientId: 'earshot', clientSecret: 'a secret that both of them know' };

type Person = { readonly email?: string; readonly email_verified?: boolean };

/** What a false provider sends instead of an identity. */
type Forge = (idToken: string) => string;

/** A real OpenID Connect provider on a free port of this machine. It answers once it knows its client's address. */
export async function openIdentityProvider() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  let forge: Forge | undefined;

  return {
    issuer,

    /** Signs its identities. */
    privateKey,

    /** From now on, it sends what `how` makes of each identity. */
    forge: (how: Forge): void => {
      forge = how;
    },

    /** `people` are those who have an account there. Any password is good. */
    async serve(publicUrl: string, people: Readonly<Record<string, Person>>): Promise<void> {
      // It warns that it is not set up for production.
      const warn = console.warn;
      console.warn = () => undefined;
      const { Provider } = await import('oidc-provider');
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
      const answer = provider.callback();
      server.on('request', (request, response) => {
        if (forge !== undefined && request.url === '/token') forgeAnswer(response, forge);
        answer(request, response);
      });
    },

    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

const TokenAnswer = z.looseObject({ id_token: z.string() });

/** The provider ends each answer with its whole text. */
function forgeAnswer(response: ServerResponse, forge: Forge): void {
  const end = response.end.bind(response) as (text: string) => ServerResponse;
  response.end = (text: unknown) => {
    const answer = TokenAnswer.parse(JSON.parse(String(text)));
    const forged = JSON.stringify({ ...answer, id_token: forge(answer.id_token) });
    response.setHeader('content-length', Buffer.byteLength(forged));
    return end(forged);
  };
}
