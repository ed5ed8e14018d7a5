import { z } from 'zod';
import { Account, DemoSignIn, HttpFailure, ROUTES, SignIn } from '#shared/protocol/http.ts';
import { SIGN_IN_STANDING_ROUTE, SignInStanding } from '#shared/protocol/signInStanding.ts';
import type { SignedIn } from '#server/auth/auth.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';
import { isLoopback } from '#server/config/isLoopback.ts';
import { JOINS, SIGN_INS } from './rates.ts';

/** Signing in and out, and who one is signed in as, and for how long. */
export function addSignInRoutes(
  http: Http,
  { records, auth, liveSignIns, findDemoUser, now }: HttpPorts,
  gate: Gate,
): void {
  /** Whoever signs in anew over a sign-in of their own goes on by the new one, with all that holds by it. */
  async function replaceFormer(cookie: string | undefined, { account, signInId }: SignedIn): Promise<void> {
    const former = await auth.findSignIn(cookie);
    if (cookie === undefined || former?.account.userId !== account.userId) return;
    liveSignIns.renewed(former.signInId, signInId);
    await auth.signOut(cookie);
  }

  http.post(
    ROUTES.signIn,
    {
      onRequest: gate.admit('account:sign-in'),
      config: { rateLimit: SIGN_INS },
      schema: { body: SignIn, response: { 200: Account, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const signedIn = await auth.signIn(request.body);
      if (signedIn === undefined) {
        return reply.code(401).send({ error: 'This email address and password do not belong together.' });
      }
      await replaceFormer(request.headers.cookie, signedIn);
      return reply.header('set-cookie', signedIn.setCookies).send(signedIn.account);
    },
  );

  http.post(
    ROUTES.signOut,
    { onRequest: gate.admit('account:sign-out'), schema: { response: { 200: z.null() } } },
    async ({ headers: { cookie } }, reply) => {
      const former = await auth.findSignIn(cookie);
      if (cookie !== undefined) reply.header('set-cookie', await auth.signOut(cookie));
      if (former !== undefined) liveSignIns.ended(former.signInId);
      return reply.send(null);
    },
  );

  http.get(
    SIGN_IN_STANDING_ROUTE,
    { onRequest: gate.admit('account:standing'), schema: { response: { 200: SignInStanding } } },
    async ({ headers: { cookie } }) => {
      const known = await auth.findSignIn(cookie);
      return { leftMs: known === undefined ? null : known.endsAt.getTime() - now().getTime() };
    },
  );

  http.get(
    ROUTES.me,
    { onRequest: gate.admit('account:read'), schema: { response: { 200: Account } } },
    async (request) => gate.accountOf(request),
  );

  http.post(
    ROUTES.demoSignIn,
    {
      onRequest: gate.admit('demo:sign-in'),
      config: { rateLimit: JOINS },
      schema: { body: DemoSignIn, response: { 200: Account, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const userId = isLoopback(request.ip) ? findDemoUser?.(request.body.secret) : undefined;
      const account = (await records.listAccounts()).find((one) => one.userId === userId);
      if (account === undefined) {
        return reply
          .code(410)
          .send({ error: 'This link is no longer good. The newest one is where Earshot was started.' });
      }
      return reply.header('set-cookie', await auth.signInAs(account.userId)).send(account);
    },
  );
}
