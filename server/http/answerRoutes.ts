import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HttpFailure } from '#shared/protocol/http/failure.ts';
import { paramsOf, type Route } from '#shared/protocol/http/route.ts';
import { ROUTES, type RouteName } from '#shared/protocol/http/routes.ts';
import type { Auth } from '#server/auth/auth.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpAnswers } from './httpAnswers.ts';
import { Refusal } from './refusal.ts';
import type { RequestAudit, ToldToAudit } from './requestAudit.ts';

type Parts = { readonly gate: Gate; readonly audit: RequestAudit; readonly auth: Pick<Auth, 'renewToken'> };

/** Registers every route of the table with its access, schemas, answer and row of the audit. */
export function answerRoutes(http: Http, answers: HttpAnswers, { gate, audit, auth }: Parts): void {
  for (const [name, route] of Object.entries<Route>(ROUTES)) {
    // The types of `HttpAnswers` match each answer to its row; the row's schemas parse its input.
    const answer = answers[name as RouteName] as (asked: unknown) => Promise<unknown>;

    async function handler(request: FastifyRequest, reply: FastifyReply) {
      const { params, query, body } = request;
      const asked = { ...gate.grantedTo(request), params, query, body };
      let told: ToldToAudit = {};
      const tellAudit = (more: ToldToAudit) => {
        told = { ...told, ...more };
      };
      const answered = await answer({ ...asked, request, reply, tellAudit });
      if (!isRefusal(answered)) {
        if (route.renewsToken) reply.header('set-cookie', await auth.renewToken(request.headers.cookie));
        await audit.answered(route, asked, answered === reply ? undefined : answered, told);
        return answered;
      }
      audit.refused(route, asked, answered.status, told);
      return reply.code(answered.status).send({ error: answered.error });
    }

    http.route({
      ...headOf(route),
      url: route.path,
      onRequest: gate.admit(route),
      schema: schemaOf(route),
      handler,
      ...(route.largestBody !== undefined && { bodyLimit: route.largestBody }),
    });
  }
}

/** Fastify's own answer to HEAD would read a file to its end. */
function headOf({ method, answer }: Route) {
  if (answer instanceof z.ZodType) return { method };
  return { method: answer.ranges ? [method, 'HEAD'] : method, exposeHeadRoute: false };
}

function schemaOf(route: Route) {
  const { query, body, answer } = route;
  return {
    params: paramsOf(route),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: {
      '4xx': HttpFailure,
      503: HttpFailure,
      ...(answer instanceof z.ZodType && { 200: answer }),
    },
  };
}

const isRefusal = (answered: unknown): answered is Refusal => answered instanceof Refusal;
