import type { signInRoutes } from '#shared/protocol/http/signIn.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { networkOf } from '#server/network/clientAddress.ts';
import { staffActor } from './auditActors.ts';
import { isFromThisMachine } from './isFromThisMachine.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { isOfProvider } from './isOfProvider.ts';
import { replaceSignIn } from './replaceSignIn.ts';
import { refuse } from './refusal.ts';
import type { ToldToAudit } from './requestAudit.ts';

type Ports = Pick<
  HttpPorts,
  'records' | 'auth' | 'secondFactors' | 'access' | 'findDemoUser' | 'identityProvider' | 'signInAttempts' | 'now'
>;

export function signInAnswers(ports: Ports): AnswersTo<typeof signInRoutes> {
  const { records, auth, secondFactors, access, findDemoUser, signInAttempts, identityProvider, now } = ports;

  /** The audit names the account that somebody tried to open, but not them. */
  async function knownAs(email: string, account: Account | undefined): Promise<ToldToAudit> {
    if (account !== undefined) return staffActor(account);
    const tried = (await records.listAccounts()).find((one) => one.email === email.toLowerCase());
    return tried === undefined ? {} : { subjectId: tried.userId };
  }

  return {
    'account:sign-in': async ({ body, request, reply, tellAudit }) => {
      const who = { account: body.email.toLowerCase(), network: networkOf(request.ip) };
      const signedIn = await signInAttempts.try(
        who,
        () => auth.signIn(body),
        (made) => made !== undefined,
      );
      if (signedIn === 'locked-out') {
        tellAudit({ ...(await knownAs(body.email, undefined)), what: 'password.signed-in' });
        return refuse(429, 'There were too many wrong passwords. Wait a quarter of an hour and try again.');
      }
      tellAudit({ ...(await knownAs(body.email, signedIn?.account)), what: 'password.signed-in' });
      if (signedIn === undefined) return refuse(401, 'That email and password don’t match.');
      if (await isOfProvider(ports, signedIn.account.userId)) {
        await records.endSignIn(signedIn.account.userId, signedIn.signInId);
        return refuse(403, `You sign in with ${identityProvider?.name ?? 'the identity provider'}.`);
      }
      await records.noteBrowser(signedIn.signInId, request.headers['user-agent'] ?? '');
      await replaceSignIn(ports, request.headers.cookie, signedIn);
      reply.header('set-cookie', signedIn.setCookies);
      return signedIn.account;
    },

    'account:sign-out': async ({ request: { headers }, reply, tellAudit }) => {
      const { cookie } = headers;
      const former = await auth.findSignIn(cookie);
      if (former !== undefined) {
        for (const left of access.leaving(former.signInId)) await records.endSignIn(former.account.userId, left);
        tellAudit(staffActor(former.account));
      }
      if (cookie !== undefined) reply.header('set-cookie', await auth.signOut(cookie));
      await access.look();
      const wasThere = former?.way === 'provider' || former?.way === 'provider-two-factors';
      return { provider: (wasThere ? await identityProvider?.signOutUrl() : undefined) ?? null };
    },

    'account:standing': async ({ request }) => {
      const known = await auth.findSignIn(request.headers.cookie);
      if (known === undefined) return { leftMs: null };
      // It leads nowhere yet: a page that waits for a sign-in goes on waiting.
      if ((await secondFactors.missingFrom(known)) !== 'none') return { leftMs: 0 };
      // While it is used, only its last end counts.
      const end = known.endsAt > now() ? known.lastEndsAt : known.endsAt;
      return { leftMs: end.getTime() - now().getTime() };
    },

    'account:read': async ({ account }) => account,

    'demo:sign-in': async ({ body, request, reply, tellAudit }) => {
      const userId = isFromThisMachine(request) ? findDemoUser?.(body.secret) : undefined;
      const account = userId && (await records.findAccount(userId));
      if (account === undefined) {
        return refuse(410, 'This link no longer works. The current link is in the terminal where Earshot was started.');
      }
      tellAudit({ ...staffActor(account), what: 'demo-link.signed-in' });
      reply.header('set-cookie', await auth.signInAs(account.userId, 'demo', request.headers['user-agent']));
      return account;
    },
  };
}
