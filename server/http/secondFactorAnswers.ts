import type { secondFactorRoutes } from '#shared/protocol/http/secondFactor.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

type Ports = Pick<HttpPorts, 'auth' | 'records' | 'secondFactors' | 'codeAttempts' | 'now'>;

const locked = () => refuse(429, 'There were too many wrong codes. Wait a quarter of an hour and try again.');
const wrong = () => refuse(422, 'That code is wrong, too old, or was used already. Try the next one.');

export function secondFactorAnswers(ports: Ports): AnswersTo<typeof secondFactorRoutes> {
  const { auth, records, secondFactors, codeAttempts, now } = ports;

  return {
    'second-factor:read': async ({ signIn }) => secondFactors.standingOf(signIn),

    'second-factor:give': async ({ account, signIn, body, request }) => {
      const who = { account: account.userId, address: request.ip };
      if (codeAttempts.isLockedOut(who)) return locked();
      if (!(await secondFactors.give(signIn, body))) {
        codeAttempts.failed(who);
        return wrong();
      }
      codeAttempts.succeeded(who);
      return { ...(await secondFactors.standingOf(signIn)), missing: 'none' };
    },

    'confirmation:give': async ({ account, signIn, body, request }) => {
      const who = { account: account.userId, address: request.ip };
      if (codeAttempts.isLockedOut(who)) return locked();
      const isRight =
        body.by === 'password'
          ? await auth.isPasswordOf(account.userId, body.password)
          : await secondFactors.isCodeOf(account, body.code);
      if (!isRight) {
        codeAttempts.failed(who);
        return body.by === 'password' ? refuse(422, 'That password is not correct.') : wrong();
      }
      codeAttempts.succeeded(who);
      await records.confirmSignIn(signIn.signInId, now());
      return null;
    },

    'authenticator:begin': async ({ account }) =>
      (await secondFactors.beginAuthenticator(account)) ?? refuse(409, 'You have an authenticator app already.'),

    'authenticator:remove': async ({ signIn }) => secondFactors.removeAuthenticator(signIn),

    'recovery-codes:renew': async ({ account }) => {
      const codes = await secondFactors.renewRecoveryCodes(account);
      return codes === undefined ? refuse(409, 'Set up a second step first.') : { codes: [...codes] };
    },

    'authenticator:confirm': async ({ account, signIn, body: { code }, request }) => {
      const who = { account: account.userId, address: request.ip };
      if (codeAttempts.isLockedOut(who)) return locked();
      const confirmed = await secondFactors.confirmAuthenticator(signIn, code);
      if (confirmed === 'unknown') return refuse(409, 'There is nothing to confirm. Begin again.');
      if (confirmed === 'wrong') {
        codeAttempts.failed(who);
        return wrong();
      }
      return { codes: [...confirmed] };
    },
  };
}
