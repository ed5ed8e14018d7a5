import type { signInPolicyRoutes } from '#shared/protocol/http/signInPolicy.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';

type Ports = Pick<HttpPorts, 'records' | 'now'>;

export function signInPolicyAnswers({ records, now }: Ports): AnswersTo<typeof signInPolicyRoutes> {
  return {
    'sign-in-policy:read': async () => records.readSignInPolicy(),

    'sign-in-policy:change': async ({ account, body }) => {
      await records.writeSignInPolicy(body, account.userId, now());
      return body;
    },
  };
}
