import type { KnownSignIn } from '#server/auth/auth.ts';
import type { HttpPorts } from './httpPorts.ts';

/** A sign-in has its second step: what was open under a former one depends on it now, and the former one ends. Rule PER5. */
export async function completeSignIn(
  { access, records }: Pick<HttpPorts, 'access' | 'records'>,
  { account, signInId }: Pick<KnownSignIn, 'account' | 'signInId'>,
): Promise<void> {
  for (const former of access.completed(signInId)) await records.endSignIn(account.userId, former);
}
