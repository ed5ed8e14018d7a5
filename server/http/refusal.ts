import type { RefusalStatus } from '#shared/protocol/http/route.ts';
import type { FailureCode, Reply } from '#shared/protocol/reply.ts';

/** The refusal of a route: a status that its row lists, and a reason for people. */
export class Refusal<S extends RefusalStatus = RefusalStatus> {
  readonly status: S;
  readonly error: string;

  constructor(status: S, error: string) {
    this.status = status;
    this.error = error;
  }
}

export function refuse<S extends RefusalStatus>(status: S, error: string): Refusal<S> {
  return new Refusal(status, error);
}

/** The reason for refusing a new password. */
export const TOO_WEAK =
  'This password is easy to guess. Add a few words that have nothing to do with you or the clinic.';

type ReplyStatus = 400 | 403 | 404 | 409;

const STATUS: { readonly [C in FailureCode]?: ReplyStatus } = {
  invalid: 400,
  'not-allowed': 403,
  'not-found': 404,
};

/** The value of a reply, or its failure as a refusal. 409 if it is only impossible now. */
export function valueOf<T>(reply: Reply<T>): T | Refusal<ReplyStatus> {
  return reply.ok ? reply.value : refuse(STATUS[reply.error.code] ?? 409, reply.error.message);
}
