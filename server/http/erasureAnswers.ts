import type { ErasureObstacle } from '#shared/domain/retention/erasure.ts';
import { permits } from '#shared/domain/tie.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { erasureRoutes } from '#shared/protocol/http/erasures.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

type Ports = Pick<HttpPorts, 'records' | 'ties' | 'erasures' | 'now'>;

const NOT_THERE = refuse(404, 'There is no such family, or it is not yours. Nothing was changed.');
const NOT_ASKED = refuse(404, 'Nobody asks for this family to be erased anymore. Nothing was erased.');

const IN_THE_WAY: { readonly [O in ErasureObstacle]: string } = {
  'legal-hold': 'A legal hold is set for this family. Nothing was erased.',
  'session-open': 'Somebody is in a session of this family. Nothing was erased. Try again when the session is over.',
  'export-running': 'A file with this family’s data is being made. Nothing was erased. Try again in a few minutes.',
};

/** Requests to erase families, their confirmation, and legal holds. Rules ERA1 to ERA4. */
export function erasureAnswers({ records, ties, erasures, now }: Ports): AnswersTo<typeof erasureRoutes> {
  async function may(account: Account, familyId: FamilyId, act: 'ask-erasure' | 'hold'): Promise<boolean> {
    return account.role === 'admin' || permits(await ties.tieOf(account, familyId), act);
  }

  return {
    'erasure:read': async ({ params: { familyId } }) => ({
      request: (await records.findErasureRequest(familyId)) ?? null,
      hold: (await records.findHold(familyId)) ?? null,
      counts: await records.countFamily(familyId),
    }),

    'erasure:request': async ({ account, body: { familyId, reason } }) => {
      if (!(await may(account, familyId, 'ask-erasure'))) return NOT_THERE;
      const asked = await records.askErasure(familyId, { reason, by: account.userId, now: now() });
      return asked ? null : refuse(409, 'Somebody already asked for this family to be erased.');
    },

    'erasure:withdraw': async ({ account, body: { familyId } }) => {
      if (!(await may(account, familyId, 'ask-erasure'))) return NOT_THERE;
      return (await records.withdrawErasure(familyId))
        ? null
        : refuse(409, 'Nobody asks for this family to be erased, or it was confirmed already.');
    },

    'erasures:list': async ({ query }) => {
      const { lines, next } = await records.listErasures(query);
      const shown = [];
      for (const line of lines) {
        shown.push({
          ...line,
          obstacles: line.begunAt === null ? [...(await erasures.obstaclesTo(line.familyId))] : [],
        });
      }
      return { lines: shown, next };
    },

    'erasure:confirm': async ({ account, body: { familyId } }) => {
      const done = await erasures.erase(familyId, account.userId);
      if (done === 'erased') return null;
      const [obstacle] = done === 'not-asked' ? [] : done.obstacles;
      return obstacle === undefined ? NOT_ASKED : refuse(409, IN_THE_WAY[obstacle]);
    },

    'holds:list': async () => [...(await records.listHolds())],

    'hold:set': async ({ account, body: { familyId, reason } }) => {
      if (!(await may(account, familyId, 'hold'))) return NOT_THERE;
      const set = await records.setHold(familyId, { reason, by: account.userId, now: now() });
      return set ? null : refuse(409, 'A legal hold is already set for this family.');
    },

    'hold:lift': async ({ account, body: { familyId, reason } }) => {
      if (!(await may(account, familyId, 'hold'))) return NOT_THERE;
      const lifted = await records.liftHold(familyId, { reason, by: account.userId, now: now() });
      return lifted ? null : refuse(409, 'No legal hold is set for this family.');
    },
  };
}
