import type { SignedIn } from '#server/auth/auth.ts';
import { completeSignIn } from './completeSignIn.ts';
import type { HttpPorts } from './httpPorts.ts';

type Ports = Pick<HttpPorts, 'auth' | 'records' | 'secondFactors' | 'access'>;

/** If a person signs in again, everything that depended on the former sign-in continues with the new one. */
export async function replaceSignIn(
  ports: Ports,
  cookie: string | undefined,
  { account, signInId }: SignedIn,
): Promise<void> {
  const { auth, secondFactors, access } = ports;
  const former = await auth.findSignIn(cookie);
  if (cookie === undefined || former?.account.userId !== account.userId) return;
  await auth.continueSignIn(former, signInId);
  const made = await auth.findSignInById(signInId);
  const isComplete = made !== undefined && (await secondFactors.missingFrom(made)) === 'none';
  // Until the new one gives its second factor, what is open stays with the former one, for as long as that may.
  const lacksFormerFactor = former.secondFactorAt !== undefined && !isComplete;
  if (lacksFormerFactor && access.renewing(former.signInId, signInId)) return;
  access.renewed(former.signInId, signInId);
  if (isComplete) await completeSignIn(ports, made);
  await auth.signOut(cookie);
}
