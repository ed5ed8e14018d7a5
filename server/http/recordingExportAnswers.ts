import { Readable } from 'node:stream';
import { recordingMapName } from '#shared/exports/exportTable.ts';
import type { recordingExportRoutes } from '#shared/protocol/http/recordingExports.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { Refusal, valueOf } from './refusal.ts';
import { reviewerOf } from './reviewerOf.ts';

/** The recording of a closed session as one file. Rule RCD8. */
export function recordingExportAnswers({
  recordingExports,
}: Pick<HttpPorts, 'recordingExports'>): AnswersTo<typeof recordingExportRoutes> {
  return {
    'recording-export:read': async ({ account, session }) =>
      valueOf(await recordingExports.statusOf(session, reviewerOf(account))),

    'recording-export:begin': async ({ account, session, body: { purpose } }) =>
      valueOf(await recordingExports.begin(session, reviewerOf(account), purpose)),

    'recording-export:end': async ({ account, session }) => {
      const reader = reviewerOf(account);
      await recordingExports.end(session, reader);
      return valueOf(await recordingExports.statusOf(session, reader));
    },

    'recording-export:map': async ({ account, session, reply }) => {
      const map = valueOf(await recordingExports.mapOf(session, reviewerOf(account)));
      if (map instanceof Refusal) return map;
      reply.header('content-disposition', `attachment; filename="${recordingMapName(map.fileName)}"`);
      return map;
    },

    'recording-export:download': async ({ account, session, reply }) => {
      const opened = valueOf(await recordingExports.open(session, reviewerOf(account)));
      if (opened instanceof Refusal) return opened;
      const { fileName, bytes, read, deliveredWhole } = opened;
      // After an aborted download a person may ask again. After a complete one, the file is deleted.
      reply.raw.once('finish', () => void deliveredWhole());
      return reply
        .header('content-type', 'video/webm')
        .header('content-length', bytes)
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(Readable.from(read(), { objectMode: false }));
    },
  };
}
