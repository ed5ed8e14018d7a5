import { Readable } from 'node:stream';
import { z } from 'zod';
import { mayAttend } from '#shared/domain/attendance.ts';
import { HttpFailure } from '#shared/protocol/http.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { RECORDING_EXPORT_ROUTES, RecordingExportStatus, RecordingMap } from '#shared/protocol/recordingExport.ts';
import { recordingMapName } from '#shared/exports/exportTable.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';
import { reviewerOf, statusOf } from './reviewRoutes.ts';

const Params = z.object({ sessionId: SessionId });
const NOT_THERE = { error: 'There is no such session, or it is not yours.' };
const status = { params: Params, response: { 200: RecordingExportStatus, '4xx': HttpFailure } };

/** The recording of a closed session as one file, for those who may attend the session. Rule RCD8. */
export function addRecordingExportRoutes(
  http: Http,
  { records, recordingExports }: Pick<HttpPorts, 'records' | 'recordingExports'>,
  gate: Gate,
): void {
  const onRequest = gate.admit('session:export');

  async function asked(request: object, sessionId: SessionId) {
    const account = gate.accountOf(request);
    const session = await records.findSession(sessionId);
    if (session === undefined || !mayAttend(account, session)) return undefined;
    return { session, reader: reviewerOf(account) };
  }

  http.get(RECORDING_EXPORT_ROUTES.status(':sessionId'), { onRequest, schema: status }, async (request, reply) => {
    const its = await asked(request, request.params.sessionId);
    if (its === undefined) return reply.code(404).send(NOT_THERE);
    const told = await recordingExports.statusOf(its.session, its.reader);
    return told.ok ? told.value : reply.code(statusOf(told.error.code)).send({ error: told.error.message });
  });

  http.post(RECORDING_EXPORT_ROUTES.status(':sessionId'), { onRequest, schema: status }, async (request, reply) => {
    const its = await asked(request, request.params.sessionId);
    if (its === undefined) return reply.code(404).send(NOT_THERE);
    const begun = await recordingExports.begin(its.session, its.reader);
    return begun.ok ? begun.value : reply.code(statusOf(begun.error.code)).send({ error: begun.error.message });
  });

  http.delete(RECORDING_EXPORT_ROUTES.status(':sessionId'), { onRequest, schema: status }, async (request, reply) => {
    const its = await asked(request, request.params.sessionId);
    if (its === undefined) return reply.code(404).send(NOT_THERE);
    await recordingExports.end(its.session, its.reader);
    const told = await recordingExports.statusOf(its.session, its.reader);
    return told.ok ? told.value : reply.code(statusOf(told.error.code)).send({ error: told.error.message });
  });

  http.get(
    RECORDING_EXPORT_ROUTES.map(':sessionId'),
    { onRequest, schema: { params: Params, response: { 200: RecordingMap, '4xx': HttpFailure } } },
    async (request, reply) => {
      const its = await asked(request, request.params.sessionId);
      if (its === undefined) return reply.code(404).send(NOT_THERE);
      const map = await recordingExports.mapOf(its.session, its.reader);
      if (!map.ok) return reply.code(statusOf(map.error.code)).send({ error: map.error.message });
      const name = recordingMapName(map.value.fileName);
      return reply.header('content-disposition', `attachment; filename="${name}"`).send(map.value);
    },
  );

  http.get(
    RECORDING_EXPORT_ROUTES.file(':sessionId'),
    { onRequest, exposeHeadRoute: false, schema: { params: Params } },
    async (request, reply) => {
      const its = await asked(request, request.params.sessionId);
      if (its === undefined) return reply.code(404).send(NOT_THERE);
      const opened = await recordingExports.open(its.session, its.reader);
      if (!opened.ok) return reply.code(statusOf(opened.error.code)).send({ error: opened.error.message });
      const { fileName, bytes, read, deliveredWhole } = opened.value;
      const stream = Readable.from(read(), { objectMode: false });
      // Who broke off may ask again; what was handed out whole is not kept.
      reply.raw.once('finish', () => void deliveredWhole());
      return reply
        .header('content-type', 'video/webm')
        .header('content-length', bytes)
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(stream);
    },
  );
}
