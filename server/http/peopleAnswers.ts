import type { peopleRoutes } from '#shared/protocol/http/people.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

/** Who works here, for the admin. */
export function peopleAnswers({ records, auth }: Pick<HttpPorts, 'records' | 'auth'>): AnswersTo<typeof peopleRoutes> {
  return {
    'people:list': async () => [...(await records.listAccounts())],
    'people:make': async ({ body }) =>
      (await auth.makeAccount(body)) ?? refuse(409, 'Someone has this email address already.'),
  };
}
