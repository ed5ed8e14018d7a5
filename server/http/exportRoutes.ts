import { z } from 'zod';
import { mayAttend } from '#shared/domain/attendance.ts';
import { EXPORT_ROUTES, NewExport, UnshownNames } from '#shared/protocol/exports.ts';
import { HttpFailure } from '#shared/protocol/http.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';
import { reviewerOf, statusOf } from './reviewRoutes.ts';

const Params = z.object({ sessionId: SessionId });

/** Files of closed sessions, for those who may attend them. */
export function addExportRoutes(http: Http, { records, exports }: HttpPorts, gate: Gate): void {
  http.get(
    EXPORT_ROUTES.unshown(':sessionId'),
    {
      onRequest: gate.admit('session:export'),
      schema: { params: Params, response: { 200: UnshownNames, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const account = gate.accountOf(request);
      const session = await records.findSession(request.params.sessionId);
      if (session === undefined || !mayAttend(account, session)) {
        return reply.code(404).send({ error: 'There is no such session, or it is not yours.' });
      }
      const found = await exports.unshown(session, reviewerOf(account));
      if (!found.ok) return reply.code(statusOf(found.error.code)).send({ error: found.error.message });
      return { names: [...found.value] };
    },
  );
  http.post(
    EXPORT_ROUTES.exports(':sessionId'),
    {
      onRequest: gate.admit('session:export'),
      schema: { params: Params, body: NewExport, response: { 200: z.instanceof(Buffer), '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const account = gate.accountOf(request);
      const session = await records.findSession(request.params.sessionId);
      if (session === undefined || !mayAttend(account, session)) {
        return reply.code(404).send({ error: 'There is no such session, or it is not yours.' });
      }
      const made = await exports.make(session, reviewerOf(account), request.body);
      if (!made.ok) return reply.code(statusOf(made.error.code)).send({ error: made.error.message });
      const { fileName, mediaType, content } = made.value;
      return reply
        .header('content-type', mediaType)
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(content);
    },
  );
}
