import type { providerRoutes } from '#shared/protocol/http/provider.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { providerCookie } from '#server/auth/providerCookie.ts';
import type { ProvidedPerson } from '#server/auth/readClaims.ts';
import { staffActor } from './auditActors.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';
import { replaceSignIn } from './replaceSignIn.ts';

type Ports = Pick<
  HttpPorts,
  'auth' | 'records' | 'secondFactors' | 'access' | 'identityProvider' | 'publicUrl' | 'now'
>;

const NO_PROVIDER = refuse(404, 'This clinic has no other place to sign in.');

/** Signing in at the clinic's identity provider. Rule PER17. */
export function providerAnswers(ports: Ports): AnswersTo<typeof providerRoutes> {
  const { auth, records, identityProvider, publicUrl, now } = ports;
  const browser = providerCookie(publicUrl);

  /** Only somebody who was invited. An address leads to an account once: after that, the subject does. */
  async function accountOf({ subject, email }: ProvidedPerson): Promise<ParticipantId | undefined> {
    const known = await records.findBySubject(subject);
    return known ?? (email === undefined ? undefined : records.connectSubject(subject, email, now()));
  }

  return {
    'provider-sign-in:begin': async ({ body, reply }) => {
      if (identityProvider === undefined) return NO_PROVIDER;
      const begun = await identityProvider.begin(body);
      if (begun === undefined) return refuse(409, 'The place where you sign in does not answer.');
      reply.header('set-cookie', browser.write(begun.browser, begun.expiresAt));
      return { url: begun.url };
    },

    'provider-sign-in:finish': async ({ body: { search }, request: { headers }, reply, tellAudit }) => {
      if (identityProvider === undefined) return NO_PROVIDER;
      tellAudit({ what: 'provider.signed-in' });
      const finished = await identityProvider.finish(search, browser.read(headers.cookie));
      if (finished === undefined) return refuse(401, 'The sign-in did not work, or took too long. Try again.');
      const { person, to, isFresh, isTwoFactors } = finished;
      const userId = await accountOf(person);
      const way = isTwoFactors ? 'provider-two-factors' : 'provider';
      const signedIn = userId && (await auth.signInBy(userId, way, headers['user-agent'] ?? '', isFresh));
      if (signedIn === undefined) return refuse(403, 'You have no account here. Ask your clinic admin to invite you.');
      tellAudit({ ...staffActor(signedIn.account), ...(isTwoFactors && { what: 'two-factors.signed-in' }) });
      await replaceSignIn(ports, headers.cookie, signedIn);
      reply.header('set-cookie', [...signedIn.setCookies, browser.write('', new Date(0))]);
      return { to };
    },
  };
}
