import { z } from 'zod';
import { mayAttend } from '#shared/domain/attendance.ts';
import { HttpFailure, ROUTES, type Account } from '#shared/protocol/http.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { SpeechStatus } from '#shared/protocol/speech.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';
import { statusOf } from './reviewRoutes.ts';

const Params = z.object({ sessionId: SessionId });
const NOT_THERE = { error: 'There is no such session, or it is not yours.' };

/** Whether a session's recording was listened to for speech, and the way to ask for it. For those who may attend the session. */
export function addSpeechRoutes(http: Http, { records, speech }: HttpPorts, gate: Gate): void {
  const answers = { params: Params, response: { 200: SpeechStatus, '4xx': HttpFailure } };

  async function findFor(account: Account, sessionId: SessionId): Promise<SessionRecord | undefined> {
    const session = await records.findSession(sessionId);
    return session && mayAttend(account, session) ? session : undefined;
  }

  http.get(
    ROUTES.sessionSpeech(':sessionId'),
    { onRequest: gate.admit('speech:read'), schema: answers },
    async (request, reply) => {
      const session = await findFor(gate.accountOf(request), request.params.sessionId);
      return session ? speech.statusOf(session.sessionId) : reply.code(404).send(NOT_THERE);
    },
  );

  http.post(
    ROUTES.sessionSpeech(':sessionId'),
    { onRequest: gate.admit('speech:ask'), schema: answers },
    async (request, reply) => {
      const session = await findFor(gate.accountOf(request), request.params.sessionId);
      if (session === undefined) return reply.code(404).send(NOT_THERE);
      const asked = await speech.ask(session);
      if (!asked.ok) return reply.code(statusOf(asked.error.code)).send({ error: asked.error.message });
      return asked.value;
    },
  );
}
