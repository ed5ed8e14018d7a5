import { z } from 'zod';
import { mayAttend } from '#shared/domain/attendance.ts';
import { mayEnterForFamily } from '#shared/domain/course/familyAccess.ts';
import {
  HttpFailure,
  JoinLink,
  NewSession,
  ROUTES,
  SessionReport,
  SessionSummary,
  type Account,
} from '#shared/protocol/http.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { planSession } from '#server/families/planSession.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';
import { reviewerOf } from './reviewRoutes.ts';
import { summaryOf } from './summaryOf.ts';

const Params = z.object({ sessionId: SessionId });
const NO_FAMILY = { error: 'There is no such family, or it is not yours.' };
const NOT_THERE = { error: 'There is no such session, or it is not yours.' };

/** Sessions before and after they are live. What belongs to one session is answered to those who may attend it. */
export function addSessionRoutes(http: Http, ports: HttpPorts, gate: Gate): void {
  const { records, courses, clinic, phaseOf, reportOf, reviews, publicUrl, now } = ports;

  async function findFor(account: Account, sessionId: SessionId): Promise<SessionRecord | undefined> {
    const session = await records.findSession(sessionId);
    return session && mayAttend(account, session) ? session : undefined;
  }
  const summarize = async (session: SessionRecord) => summaryOf(session, await phaseOf(session.sessionId));

  http.get(
    ROUTES.sessions,
    { onRequest: gate.admit('sessions:list'), schema: { response: { 200: z.array(SessionSummary) } } },
    async (request) => {
      const { role, userId } = gate.accountOf(request);
      const sessions = await records.listSessions(role === 'supervisor' ? undefined : userId);
      return Promise.all(sessions.map(summarize));
    },
  );

  http.post(
    ROUTES.sessions,
    {
      onRequest: gate.admit('sessions:make'),
      schema: { body: NewSession, response: { 200: SessionSummary, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const account = gate.accountOf(request);
      const { userId } = account;
      const { familyId, startsAt } = request.body;
      // Whoever leads a session of a family is let into its record, so planning one asks for no less. Rule PER4.
      const staff = await courses.staffOf(familyId);
      if (staff === undefined || !mayEnterForFamily(account, staff)) return reply.code(404).send(NO_FAMILY);
      const course = await courses.read(familyId);
      if (course === undefined) return reply.code(404).send(NO_FAMILY);
      const planned = planSession(course, request.body, await clinic.today());
      if (planned === undefined) return reply.code(422).send({ error: 'The family’s program has no such stage.' });
      const plan = { ...planned, familyId, startsAt: new Date(startsAt), lead: userId, madeBy: userId };
      const session = await records.makeSession(plan);
      return session ? summarize(session) : reply.code(404).send(NO_FAMILY);
    },
  );

  http.get(
    ROUTES.session(':sessionId'),
    {
      onRequest: gate.admit('session:read'),
      schema: { params: Params, response: { 200: SessionSummary, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const session = await findFor(gate.accountOf(request), request.params.sessionId);
      return session ? summarize(session) : reply.code(404).send(NOT_THERE);
    },
  );

  http.get(
    ROUTES.sessionReport(':sessionId'),
    {
      onRequest: gate.admit('session-report:read'),
      schema: { params: Params, response: { 200: SessionReport, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const account = gate.accountOf(request);
      const session = await findFor(account, request.params.sessionId);
      if (session === undefined) return reply.code(404).send(NOT_THERE);
      const noted = await reviews.noteReport(session, reviewerOf(account));
      if (!noted.ok) return reply.code(409).send({ error: noted.error.message });
      const report = await reportOf(session.sessionId);
      return report ?? reply.code(404).send({ error: 'Nothing has happened in this session yet.' });
    },
  );

  http.post(
    ROUTES.sessionLinks(':sessionId'),
    {
      onRequest: gate.admit('session-links:make'),
      schema: { params: Params, response: { 200: JoinLink, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const session = await findFor(gate.accountOf(request), request.params.sessionId);
      if (session === undefined) return reply.code(404).send(NOT_THERE);
      const { sessionId } = session;
      if ((await phaseOf(sessionId)) === 'closed') return reply.code(409).send({ error: 'This session is over.' });
      const { secret, expiresAt } = await records.makeLink({ sessionId, kind: 'family', wearer: null, now: now() });
      return { url: `${publicUrl}/join#${secret}`, expiresAt: expiresAt.toISOString() };
    },
  );
}
