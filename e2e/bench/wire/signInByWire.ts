import { z } from 'zod';
import { Account } from '#shared/protocol/http/people.ts';
import { Device } from '#shared/protocol/http/devices.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

type SignedIn<T> = { readonly cookie: string; readonly who: T };

/** Opens one of the demo's links for staff. */
export function signInStaff(url: string, link: string): Promise<SignedIn<Account>> {
  return redeem(url + pathOf('demo:sign-in'), link, Account);
}

/** Opens a family's single-use link. */
export function signInFamily(url: string, link: string): Promise<SignedIn<Device>> {
  return redeem(url + pathOf('device:join'), link, Device);
}

async function redeem<S extends z.ZodType>(route: string, link: string, schema: S): Promise<SignedIn<z.output<S>>> {
  const secret = new URL(link).hash.slice(1);
  const response = await fetch(route, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  if (!response.ok) throw new Error(`${route} answered ${response.status}.`);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { cookie: cookies.join('; '), who: schema.parse(await response.json()) };
}

const Sessions = z.array(z.object({ sessionId: z.uuid(), startsAt: z.iso.datetime(), phase: z.string() }));

/** The session of the demo's links: the latest one that is not over. */
export async function findDemoSession(url: string, { cookie }: SignedIn<Account>): Promise<string> {
  const response = await fetch(url + pathOf('sessions:list'), { headers: { cookie } });
  const open = Sessions.parse(await response.json()).filter(({ phase }) => phase !== 'closed');
  const [latest] = open.sort((a, b) => b.startsAt.localeCompare(a.startsAt));
  if (latest === undefined) throw new Error('The demo has no session that is open.');
  return latest.sessionId;
}
