import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { mayAttend } from '#shared/domain/attendance.ts';
import { HttpFailure, ROUTES } from '#shared/protocol/http.ts';
import { PartId, SessionId } from '#shared/protocol/ids.ts';
import { SessionRecording } from '#shared/protocol/recording.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';
import { sendBytes } from './sendBytes.ts';

const Params = z.object({ sessionId: SessionId });
const PartParams = Params.extend({ partId: PartId });

const NOT_THERE = { status: 404, error: 'There is no such recording, or it is not yours.' } as const;
const NOT_YET = { status: 409, error: 'A recording can be watched once its session is closed.' } as const;
const GROWING = { status: 409, error: 'This recording is still being finished. Try again in a moment.' } as const;

const WITHHELD = { status: 403, error: 'A caregiver took their consent back. Nothing more is played.' } as const;

/** How often it is looked, in ms, whether what is being handed out may still be. */
const LOOK_EVERY_MS = 2_000;

/** The recording of a closed session, for those who may attend it, and while nobody took their consent back. Rules RCD5, RCD9. */
export function addRecordingRoutes(
  http: Http,
  {
    records,
    recordings,
    phaseOf,
    digests,
    holesOf,
    now,
  }: Pick<HttpPorts, 'records' | 'recordings' | 'phaseOf' | 'digests' | 'holesOf' | 'now'>,
  gate: Gate,
): void {
  async function refusalFor(request: object, sessionId: SessionId) {
    const session = await records.findSession(sessionId);
    if (session === undefined || !mayAttend(gate.accountOf(request), session)) return NOT_THERE;
    return (await phaseOf(sessionId)) === 'closed' ? undefined : NOT_YET;
  }

  async function withheldOf(sessionId: SessionId): Promise<readonly PartId[]> {
    const session = await records.findSession(sessionId);
    return (session && (await digests.of(session)))?.withheld ?? [];
  }

  /** Breaks off in the middle where somebody takes their consent back. */
  async function* whileAgreed(sessionId: SessionId, partId: PartId, bytes: AsyncIterable<Uint8Array>) {
    let lookedAt = now().getTime();
    for await (const chunk of bytes) {
      if (now().getTime() - lookedAt >= LOOK_EVERY_MS) {
        if ((await withheldOf(sessionId)).includes(partId)) throw new Error(WITHHELD.error);
        lookedAt = now().getTime();
      }
      yield chunk;
    }
  }

  http.get(
    ROUTES.recording(':sessionId'),
    {
      onRequest: gate.admit('session-recording:read'),
      schema: { params: Params, response: { 200: SessionRecording, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      const refusal = await refusalFor(request, sessionId);
      if (refusal) return refuse(reply, refusal);
      const parts = await recordings.list(sessionId);
      if (parts.some(({ growing }) => growing)) return refuse(reply, GROWING);
      const withheld = await withheldOf(sessionId);
      const playable = parts.filter(({ partId }) => !withheld.includes(partId));
      return { parts: playable, holes: [...(await holesOf(sessionId))] };
    },
  );

  http.route({
    // Asked for its head alone, a file must not be read: Fastify’s own answer to HEAD would.
    method: ['GET', 'HEAD'],
    url: ROUTES.recordedPart(':sessionId', ':partId'),
    exposeHeadRoute: false,
    onRequest: gate.admit('session-recording:read'),
    schema: { params: PartParams },
    async handler(request, reply) {
      const { sessionId, partId } = request.params;
      const refusal = await refusalFor(request, sessionId);
      if (refusal) return refuse(reply, refusal);
      if ((await withheldOf(sessionId)).includes(partId)) return refuse(reply, WITHHELD);
      const part = await recordings.open(sessionId, partId);
      if (part === undefined) return refuse(reply, NOT_THERE);
      if (part.growing) return refuse(reply, GROWING);
      const read = (from: number, to: number) => whileAgreed(sessionId, partId, part.read(from, to));
      const mediaType = part.tracks.includes('room-video') ? 'video/webm' : 'audio/webm';
      return sendBytes(request, reply, { size: part.size, mediaType, read });
    },
  });
}

function refuse(reply: FastifyReply, { status, error }: { readonly status: 403 | 404 | 409; readonly error: string }) {
  return reply.code(status).send({ error });
}
