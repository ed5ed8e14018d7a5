import { z } from 'zod';
import { mayAttend } from '#shared/domain/attendance.ts';
import { HttpFailure } from '#shared/protocol/http.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { IMPORT_ROUTES, ImportResult, MOST_IMPORT_BYTES, NewImport } from '#shared/protocol/imports.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';
import { reviewerOf, statusOf } from './reviewRoutes.ts';

const Params = z.object({ sessionId: SessionId });

/** Codings that were made elsewhere, attached by those who may attend the session. */
export function addImportRoutes(http: Http, { records, imports }: HttpPorts, gate: Gate): void {
  http.post(
    IMPORT_ROUTES.imports(':sessionId'),
    {
      onRequest: gate.admit('review:write'),
      bodyLimit: MOST_IMPORT_BYTES,
      schema: { params: Params, body: NewImport, response: { 200: ImportResult, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const account = gate.accountOf(request);
      const session = await records.findSession(request.params.sessionId);
      if (session === undefined || !mayAttend(account, session)) {
        return reply.code(404).send({ error: 'There is no such session, or it is not yours.' });
      }
      const imported = await imports.importCodings(session, reviewerOf(account), request.body);
      if (!imported.ok) return reply.code(statusOf(imported.error.code)).send({ error: imported.error.message });
      return imported.value;
    },
  );
}
