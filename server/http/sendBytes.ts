import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteRangeOf } from './byteRange.ts';

type SentFile = {
  /** In bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** The bytes `[from, to)` of the file. */
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>;
};

/** Answers with a file or the requested range of it, so that a player can seek. HEAD reads nothing. */
export function sendBytes(request: FastifyRequest, reply: FastifyReply, { size, mediaType, read }: SentFile) {
  const range = byteRangeOf(request.headers.range, size);
  reply.header('accept-ranges', 'bytes');
  if (range === undefined) {
    return reply.code(416).header('content-range', `bytes */${size}`).send({ error: 'The file ends before that.' });
  }
  const { from, to } = range === 'all' ? { from: 0, to: size } : range;
  if (range !== 'all') reply.code(206).header('content-range', `bytes ${from}-${to - 1}/${size}`);
  reply.header('content-length', to - from).type(mediaType);
  if (request.method === 'HEAD') return reply.send();
  // If the client disconnects, the stream is destroyed, which closes the file.
  return reply.send(Readable.from(read(from, to), { objectMode: false }));
}
