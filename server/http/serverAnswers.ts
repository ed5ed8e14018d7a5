import type { serverRoutes } from '#shared/protocol/http/servers.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';

/** How the clinic's servers do, for an admin. */
export function serverAnswers({ servers }: Pick<HttpPorts, 'servers'>): AnswersTo<typeof serverRoutes> {
  return { 'servers:list': async () => ({ servers: [...(await servers.list())] }) };
}
