import { permits } from '#shared/domain/tie.ts';
import type { familyCopyRoutes } from '#shared/protocol/http/familyCopies.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

/** The family's copy, which staff download for it. Rule ERA7. */
export function familyCopyAnswers({
  familyCopies,
  ties,
}: Pick<HttpPorts, 'familyCopies' | 'ties'>): AnswersTo<typeof familyCopyRoutes> {
  return {
    'family-copy:prepare': async ({ account, body: { familyId } }) => {
      const isTheirs = permits(await ties.tieOf(account, familyId), 'see');
      if (isTheirs && (await familyCopies.prepare(familyId, account.userId))) return null;
      return refuse(404, 'There is no such family, or it is not yours. No copy was made.');
    },

    'family-copy:download': async ({ account, params: { familyId }, reply }) => {
      const copy = await familyCopies.open(familyId, account.userId);
      if (copy === undefined) return refuse(404, 'This copy was not prepared, or it was downloaded already.');
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', `attachment; filename="${copy.fileName}"`)
        .send(copy.bytes);
    },
  };
}
