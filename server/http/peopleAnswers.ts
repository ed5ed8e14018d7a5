import type { peopleRoutes } from '#shared/protocol/http/people.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

export function peopleAnswers({
  records,
  auth,
  access,
}: Pick<HttpPorts, 'records' | 'auth' | 'access'>): AnswersTo<typeof peopleRoutes> {
  return {
    'people:list': async () => [...(await records.listAccounts())],

    'people:make': async ({ body }) => {
      const made = await auth.makeAccount(body);
      return made === undefined
        ? refuse(409, 'Someone already has an account with this email address.')
        : { ...made, isActive: true };
    },

    'people:change': async ({ account, params: { userId }, body }) => {
      // This keeps at least one admin, and nobody locks themselves out.
      if (userId === account.userId) return refuse(409, 'You cannot change your own account here.');
      await auth.changeAccount(userId, body);
      await access.look();
      const changed = (await records.listAccounts()).find((person) => person.userId === userId);
      return changed ?? refuse(404, 'There is no such account.');
    },
  };
}
