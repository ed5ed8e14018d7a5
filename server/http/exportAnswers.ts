import type { exportRoutes } from '#shared/protocol/http/exports.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { Refusal, valueOf } from './refusal.ts';
import { reviewerOf } from './reviewerOf.ts';

/** Exports of closed sessions. */
export function exportAnswers({ exports }: Pick<HttpPorts, 'exports'>): AnswersTo<typeof exportRoutes> {
  return {
    'exports:make': async ({ account, session, body, reply }) => {
      const made = valueOf(await exports.make(session, reviewerOf(account), body));
      if (made instanceof Refusal) return made;
      return reply
        .header('content-type', made.mediaType)
        .header('content-disposition', `attachment; filename="${made.fileName}"`)
        .send(made.content);
    },

    'unshown-names:read': async ({ account, session }) => {
      const found = valueOf(await exports.unshown(session, reviewerOf(account)));
      return found instanceof Refusal ? found : { names: [...found] };
    },
  };
}
