import type { Confirmation, secondFactorRoutes } from '#shared/protocol/http/secondFactor.ts';
import type { FastifyRequest } from 'fastify';
import type { Account } from '#shared/protocol/http/people.ts';
import { networkOf } from '#server/network/clientAddress.ts';
import type { AnswersTo } from './httpAnswers.ts';
import { completeSignIn } from './completeSignIn.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

type Ports = Pick<HttpPorts, 'auth' | 'records' | 'secondFactors' | 'passkeys' | 'access' | 'codeAttempts' | 'now'>;

const GIVEN = { app: 'app.given', passkey: 'passkey.given', recovery: 'recovery-code.given' } as const;

const locked = () => refuse(429, 'There were too many wrong codes. Wait a quarter of an hour and try again.');
const wrong = () => refuse(422, 'That code is wrong, too old, or was used already. Try the next one.');

export function secondFactorAnswers(ports: Ports): AnswersTo<typeof secondFactorRoutes> {
  const { auth, records, secondFactors, passkeys, codeAttempts, now } = ports;
  const whoOf = ({ userId }: Account, { ip }: FastifyRequest) => ({ account: userId, network: networkOf(ip) });
  const tryCode = (account: Account, request: FastifyRequest, attempt: () => Promise<boolean>) =>
    codeAttempts.try(whoOf(account, request), attempt, (isRight) => isRight);

  async function confirms(account: Account, given: Confirmation): Promise<boolean> {
    if (given.by === 'password') return auth.isPasswordOf(account.userId, given.password);
    if (given.by === 'passkey') return passkeys.isOf(account, given.proof);
    return secondFactors.isCodeOf(account, given.code);
  }

  return {
    'second-factor:read': async ({ signIn }) => secondFactors.standingOf(signIn),

    'second-factor:give': async ({ account, signIn, body, request, tellAudit }) => {
      tellAudit({ what: GIVEN[body.by] });
      const given = await tryCode(account, request, () => secondFactors.give(signIn, body));
      if (given === 'locked-out') return locked();
      if (!given) return wrong();
      await completeSignIn(ports, signIn);
      return { ...(await secondFactors.standingOf(signIn)), missing: 'none' };
    },

    'confirmation:give': async ({ account, signIn, body, request, tellAudit }) => {
      tellAudit({ what: `${body.by}.confirmed` });
      const isRight = await tryCode(account, request, () => confirms(account, body));
      if (isRight === 'locked-out') return locked();
      if (!isRight) return body.by === 'password' ? refuse(422, 'That password is not correct.') : wrong();
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
      const confirmed = await codeAttempts.try(
        whoOf(account, request),
        () => secondFactors.confirmAuthenticator(signIn, code),
        (result) => typeof result === 'object',
      );
      if (confirmed === 'locked-out') return locked();
      if (confirmed === 'unknown') return refuse(409, 'There is nothing to confirm. Begin again.');
      if (confirmed === 'wrong') return wrong();
      await completeSignIn(ports, signIn);
      return { codes: [...confirmed] };
    },
  };
}
