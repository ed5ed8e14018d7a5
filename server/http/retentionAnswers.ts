import { permits } from '#shared/domain/tie.ts';
import type { retentionRoutes } from '#shared/protocol/http/retention.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

type Ports = Pick<HttpPorts, 'records' | 'ties' | 'retention' | 'clinic' | 'now'>;

/** How long things are kept, what will be erased because of its age, and what somebody keeps. Rules RET1, RET3, RET4. */
export function retentionAnswers(ports: Ports): AnswersTo<typeof retentionRoutes> {
  const { records, ties, retention, clinic, now } = ports;
  return {
    'retention:read': () => retention.read(),
    'retention:preview': ({ query }) => retention.preview(query),

    'retention:change': async ({ account, body }) => {
      await retention.change(body, account.userId);
      return null;
    },

    'retention:list': async ({ query }) => {
      const { lines, next } = await records.listAnnounced(query);
      const shown = [];
      for (const line of lines) shown.push({ ...line, obstacles: [...(await retention.obstaclesTo(line))] });
      return { lines: shown, next };
    },

    'family-retention:read': async ({ params: { familyId } }) => {
      const { announced, total } = await records.listAnnouncedOf(familyId);
      return { announced: [...announced], total, kept: [...(await records.listKept(familyId, await clinic.today()))] };
    },

    'retention:keep': async ({ account, body: { familyId, sessionId, reason } }) => {
      if (!permits(await ties.tieOf(account, familyId), 'ask-erasure'))
        return refuse(404, 'There is no such family, or it is not yours. Nothing was changed.');
      const keep = { reason, by: account.userId, today: await clinic.today(), now: now() };
      const kept = await records.keepLonger({ familyId, sessionId }, keep);
      return kept
        ? null
        : refuse(409, 'This will no longer be erased, or somebody already keeps it. Nothing was changed.');
    },
  };
}
