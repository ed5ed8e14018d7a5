import { finished } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Rate } from '#shared/domain/rateLimit.ts';
import type { HttpFailure } from '#shared/protocol/http/failure.ts';
import type { Route } from '#shared/protocol/http/route.ts';
import { MOST_IN_LINE, NOT_SIGNED_IN_LIMIT, ROUTE_LIMITS, type RouteLimit } from '#shared/protocol/http/routeLimits.ts';
import { createLines } from '#server/network/lines.ts';
import { createTokenBuckets } from '#server/network/tokenBuckets.ts';

const TOO_OFTEN: HttpFailure = { error: 'There were too many attempts. Wait a minute and try again.' };
const TOO_MANY: HttpFailure = { error: 'That was too much at once, so nothing was done. Wait a moment and try again.' };

/** Bounds what one asker may ask, by the limit that a route names. `now` is in ms. Rule WIR6. */
export type RequestLimits = {
  /** Resolves when it is the request's turn. False if it was refused, and answered. */
  readonly pass: (route: Route, asker: string, reply: FastifyReply) => Promise<boolean>;
  /** Whether one more request from an address may be told to sign in. If not, it was answered. */
  readonly mayTryUnknown: (network: string, reply: FastifyReply) => boolean;
};

export function createRequestLimits(now: () => number): RequestLimits {
  const buckets = createTokenBuckets(now);
  const lines = createLines(MOST_IN_LINE);

  function refuse(reply: FastifyReply, { perSecond }: Rate, failure: HttpFailure): false {
    void reply
      .code(429)
      .header('retry-after', Math.ceil(1 / perSecond))
      .send(failure);
    return false;
  }

  return {
    async pass(route, asker, reply) {
      const { by, rate, atOnce }: RouteLimit = ROUTE_LIMITS[route.limit];
      const counted = by === 'person' ? route.limit : `${route.method} ${route.path}`;
      const failure = by === 'person' ? TOO_MANY : TOO_OFTEN;
      if (!buckets.take(`${counted} ${asker}`, rate)) return refuse(reply, rate, failure);
      if (atOnce === undefined) return true;
      const leave = await lines.enter(`${route.limit} ${asker}`, atOnce);
      if (leave === undefined) return refuse(reply, rate, TOO_MANY);
      finished(reply.raw, leave);
      return true;
    },

    mayTryUnknown: (network, reply) =>
      buckets.take(`unknown ${network}`, NOT_SIGNED_IN_LIMIT) || refuse(reply, NOT_SIGNED_IN_LIMIT, TOO_OFTEN),
  };
}
