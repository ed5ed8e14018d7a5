import { onTestFinished } from 'vitest';
import { PUBLIC_URL } from './anAuth.ts';
import { openIdentityProvider } from './openIdentityProvider.ts';

type People = Parameters<Awaited<ReturnType<typeof openIdentityProvider>>['serve']>[1];

/** An OpenID Connect provider for the clinic at `PUBLIC_URL`, and browsers at it. */
export async function anIdentityProvider(people: People) {
  const provider = await openIdentityProvider();
  onTestFinished(() => {
    provider.close();
  });
  await provider.serve(PUBLIC_URL, people);
  const { issuer, privateKey, forge } = provider;

  return {
    issuer,
    privateKey,
    forge,
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
