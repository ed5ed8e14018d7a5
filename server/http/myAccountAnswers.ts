import { browserName } from '#shared/domain/browserName.ts';
import type { myAccountRoutes } from '#shared/protocol/http/myAccount.ts';
import { SignInId } from '#shared/protocol/ids.ts';
import { signInEnd } from '#shared/domain/signInEnd.ts';
import { isGuessable } from '#server/auth/passwords/isGuessable.ts';
import { networkOf } from '#server/network/clientAddress.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse, TOO_WEAK } from './refusal.ts';

type Ports = Pick<HttpPorts, 'auth' | 'records' | 'access' | 'codeAttempts' | 'clinic' | 'now'>;

const LOCKED = refuse(429, 'There were too many wrong passwords. Wait a quarter of an hour and try again.');
const WRONG = refuse(409, 'That is not your current password.');

export function myAccountAnswers(ports: Ports): AnswersTo<typeof myAccountRoutes> {
  const { auth, records, access, codeAttempts, clinic, now } = ports;

  return {
    'account:rename': async ({ account, body: { name } }) => auth.renameAccount(account.userId, name),

    'account:set-password': async ({ account: { userId, name, email }, signIn, body, request }) => {
      const { current = '', password } = body;
      if (await records.hasPassword(userId)) {
        const who = { account: userId, network: networkOf(request.ip) };
        const isRight = await codeAttempts.try(who, () => auth.isPasswordOf(userId, current), Boolean);
        if (isRight === 'locked-out') return LOCKED;
        if (!isRight) return WRONG;
      }
      const about = [name, email, (await clinic.card()).name];
      if (await isGuessable({ password, about })) return refuse(422, TOO_WEAK);
      const { signInId } = signIn;
      await records.changePassword({ userId, signInId }, await auth.hashPassword(password), now());
      await access.look();
      return null;
    },

    'sign-ins:list': async ({ account, signIn }) => {
      const limits = await records.readSignInPolicy();
      const rows = (await records.listSignIns(account.userId)).filter((row) => signInEnd(row, limits) > now());
      return rows.map(({ signInId, userAgent, since, seenAt }) => {
        const isThis = signInId === signIn.signInId;
        return {
          signInId: SignInId.parse(signInId),
          browser: browserName(userAgent),
          since: since.toISOString(),
          seenAt: seenAt.toISOString(),
          isThis,
        };
      });
    },

    'sign-ins:end': async ({ account, params: { signInId } }) => {
      if (!(await records.endSignIn(account.userId, signInId))) return refuse(404, 'You are signed out there already.');
      await access.look();
      return null;
    },

    'sign-ins:end-others': async ({ account, signIn }) => {
      await records.endOtherSignIns(account.userId, signIn.signInId);
      await access.look();
      return null;
    },
  };
}
