import type { Device } from '#shared/protocol/http/devices.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { aVisitor, secretIn, type Visitor } from './visitor.ts';

type SignedIn<T> = Visitor & { readonly who: T };

/** Opens one of the demo's links for staff. */
export async function signInStaff(url: string, link: string): Promise<SignedIn<Account>> {
  const visitor = aVisitor(url);
  return { ...visitor, who: await visitor.call('demo:sign-in', { body: { secret: secretIn(link) } }) };
}

/** Opens a family's single-use link. */
export async function signInFamily(url: string, link: string): Promise<SignedIn<Device>> {
  const visitor = aVisitor(url);
  return { ...visitor, who: await visitor.call('device:join', { body: { secret: secretIn(link) } }) };
}

/** The session of the demo's links: the latest one of today that is not over. */
export async function findDemoSession({ call }: Visitor): Promise<string> {
  const { sessions } = await call('sessions:list');
  const open = sessions.filter(({ phase }) => phase !== 'closed');
  const [latest] = open.sort((a, b) => b.startsAt.localeCompare(a.startsAt));
  if (latest === undefined) throw new Error('The demo has no session that is open.');
  return latest.sessionId;
}
