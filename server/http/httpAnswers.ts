import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Account } from '#shared/protocol/http/people.ts';
import type { Params, RefusalStatus } from '#shared/protocol/http/route.ts';
import type { BodyOf, ParamOf, QueryOf, RouteName, ROUTES } from '#shared/protocol/http/routes.ts';
import type { KnownSignIn } from '#server/auth/auth.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { Refusal } from './refusal.ts';
import type { ToldToAudit } from './requestAudit.ts';

type Table = typeof ROUTES;

/** A request that its row admitted, parsed. What a route does not take or require is `undefined` or absent. */
export type Asked<N extends RouteName> = {
  /** The account that asks. Undefined if the route is public. */
  readonly account: 'nobody' extends Table[N]['for'][number] ? undefined : Account;
  /** The sign-in of that account. */
  readonly signIn: 'nobody' extends Table[N]['for'][number] ? undefined : KnownSignIn;
  /** The session that the path names. The asker may attend it. */
  readonly session: 'sessionId' extends ParamOf<N> ? SessionRecord : undefined;
  readonly params: { readonly [P in ParamOf<N>]: Params[P] };
  readonly query: QueryOf<N>;
  readonly body: BodyOf<N>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Says for the audit what the request itself does not. */
  readonly tellAudit: (told: ToldToAudit) => void;
};

type RefusalOf<N extends RouteName> = Table[N] extends { readonly refusals: infer R }
  ? Refusal<keyof R & RefusalStatus>
  : never;

/** A file is sent by the answer itself. */
type ContentOf<N extends RouteName> = Table[N]['answer'] extends z.ZodType ? z.input<Table[N]['answer']> : FastifyReply;

/** Answers a route with its row's answer, or with a refusal that its row lists. */
type HttpAnswer<N extends RouteName> = (asked: Asked<N>) => Promise<ContentOf<N> | RefusalOf<N>>;

/** The answer to every route of the table. */
export type HttpAnswers = { readonly [N in RouteName]: HttpAnswer<N> };

/** The answers to the routes of one subject. */
export type AnswersTo<R> = Pick<HttpAnswers, keyof R & RouteName>;
