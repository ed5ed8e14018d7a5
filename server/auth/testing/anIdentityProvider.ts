import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import { PUBLIC_URL } from './anAuth.ts';

export const CLIENT = { clientId: 'earshot', clientSecret: 'a secret that both of them know' };

type Person = { readonly email?: string; readonly email_verified?: boolean };

/** A real OpenID Connect provider on a free port of this machine. `people` are those who have an account there. */
export async function anIdentityProvider(people: Readonly<Record<string, Person>>) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  // It warns that it is not set up for production.
  const quiet = vi.spyOn(console, 'warn').mockReturnValue();
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${PUBLIC_URL}/sign-in/provider`],
        post_logout_redirect_uris: [`${PUBLIC_URL}/sign-in`],
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
  quiet.mockRestore();
  server.on('request', provider.callback());
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  return {
    issuer,
    /** A person's browser at the provider: it follows every page until it is sent back. Resolves to that address. */
    browser() {
      const jar = new Map<string, string>();

      async function load(address: URL, form?: Record<string, string>): Promise<URL> {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const body = form && new URLSearchParams(form);
        const method = form === undefined ? 'GET' : 'POST';
        const answer = await fetch(address, { method, redirect: 'manual', headers: { cookie }, ...(body && { body }) });
        for (const set of answer.headers.getSetCookie()) {
          const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
          jar.set(name, value);
        }
        const location = answer.headers.get('location');
        if (location !== null) {
          const next = new URL(location, address);
          return next.origin === PUBLIC_URL ? next : load(next);
        }
        const page = await answer.text();
        const action = /<form[^>]* action="([^"]+)"/u.exec(page)?.[1];
        if (action === undefined) throw new Error(`The provider says: ${page.slice(0, 500)}`);
        const isLogin = page.includes('name="login"');
        const answers = isLogin ? { prompt: 'login', login: who, password: 'any' } : { prompt: 'consent' };
        return load(new URL(action, address), answers);
      }

      let who = '';
      return {
        signIn(url: string, person: string): Promise<URL> {
          who = person;
          return load(new URL(url));
        },
      };
    },
  };
}
