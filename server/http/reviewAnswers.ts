import type { reviewRoutes } from '#shared/protocol/http/reviews.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { Refusal, valueOf } from './refusal.ts';
import { reviewerOf } from './reviewerOf.ts';
import { summaryOf } from './summaryOf.ts';

type Ports = Pick<HttpPorts, 'reviews' | 'imports'>;

/** Reads and writes closed sessions, and imports codings made elsewhere. Rules REV1 to REV4. */
export function reviewAnswers({ reviews, imports }: Ports): AnswersTo<typeof reviewRoutes> {
  return {
    'review:read': async ({ account, session, query }) => {
      const self = reviewerOf(account);
      const read = valueOf(await reviews.read(session, self, query.after));
      return read instanceof Refusal ? read : { session: summaryOf(session, 'closed'), self, ...read };
    },

    'review:write': async ({ account, session, query, body }) =>
      valueOf(await reviews.enter(session, reviewerOf(account), body, query.after)),

    'codings:import': async ({ account, session, body }) =>
      valueOf(await imports.importCodings(session, reviewerOf(account), body)),
  };
}
