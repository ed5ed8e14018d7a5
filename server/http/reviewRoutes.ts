import { z } from 'zod';
import { mayAttend } from '#shared/domain/attendance.ts';
import { HttpFailure, type Account } from '#shared/protocol/http.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import type { FailureCode } from '#shared/protocol/reply.ts';
import { Review, REVIEW_ROUTES, ReviewEntry, ReviewUpdate } from '#shared/protocol/review.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';
import { summaryOf } from './summaryOf.ts';

const Params = z.object({ sessionId: SessionId });
const After = z.object({ after: z.coerce.number().int().nonnegative().default(0) });
const NOT_THERE = { error: 'There is no such session, or it is not yours.' };

/** Closed sessions, read again and written to by those who may attend them. Rules REV1 to REV4. */
export function addReviewRoutes(http: Http, { records, reviews }: HttpPorts, gate: Gate): void {
  async function findFor(account: Account, sessionId: SessionId): Promise<SessionRecord | undefined> {
    const session = await records.findSession(sessionId);
    return session && mayAttend(account, session) ? session : undefined;
  }

  http.get(
    REVIEW_ROUTES.review(':sessionId'),
    {
      onRequest: gate.admit('review:read'),
      schema: { params: Params, querystring: After, response: { 200: Review, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const account = gate.accountOf(request);
      const session = await findFor(account, request.params.sessionId);
      if (session === undefined) return reply.code(404).send(NOT_THERE);
      const self = reviewerOf(account);
      const read = await reviews.read(session, self, request.query.after);
      if (!read.ok) return reply.code(statusOf(read.error.code)).send({ error: read.error.message });
      return { session: summaryOf(session, 'closed'), self, ...read.value };
    },
  );

  http.post(
    REVIEW_ROUTES.review(':sessionId'),
    {
      onRequest: gate.admit('review:write'),
      schema: {
        params: Params,
        querystring: After,
        body: ReviewEntry,
        response: { 200: ReviewUpdate, '4xx': HttpFailure },
      },
    },
    async (request, reply) => {
      const account = gate.accountOf(request);
      const session = await findFor(account, request.params.sessionId);
      if (session === undefined) return reply.code(404).send(NOT_THERE);
      const written = await reviews.enter(session, reviewerOf(account), request.body, request.query.after);
      if (!written.ok) return reply.code(statusOf(written.error.code)).send({ error: written.error.message });
      return written.value;
    },
  );
}

/** Somebody of the clinic, as a review knows them. */
export function reviewerOf({ userId, name, role }: Account) {
  return { participantId: userId, name, role };
}

const STATUS: { readonly [C in FailureCode]?: 400 | 403 | 404 | 409 } = {
  invalid: 400,
  'not-allowed': 403,
  'not-found': 404,
};

/** The HTTP status of a refusal; 409 where it is only not possible now. */
export function statusOf(code: FailureCode): 400 | 403 | 404 | 409 {
  return STATUS[code] ?? 409;
}
