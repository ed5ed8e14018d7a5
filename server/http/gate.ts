import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import type { onRequestAsyncHookHandler } from 'fastify';
import { z } from 'zod';
import { needsConfirmation } from '#shared/domain/confirmation.ts';
import { SEEN_EVERY_MS } from '#shared/domain/signInEnd.ts';
import { permits } from '#shared/domain/tie.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { HttpFailure } from '#shared/protocol/http/failure.ts';
import type { Route } from '#shared/protocol/http/route.ts';
import { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import type { KnownSignIn } from '#server/auth/auth.ts';
import type { Admitted } from '#server/auth/identifyAgain.ts';
import { networkOf } from '#server/network/clientAddress.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { HttpPorts } from './httpPorts.ts';
import type { RequestAudit } from './requestAudit.ts';
import type { RequestLimits } from './requestLimits.ts';

const NOT_SIGNED_IN = { error: 'Please sign in.' };
const NOT_FOR_ROLE = { error: 'Your account doesn’t have permission to do this.' };
const NO_SECOND_FACTOR: HttpFailure = { error: 'Please complete your sign-in.', needs: 'second-factor' };
const NOT_CONFIRMED: HttpFailure = { error: 'Please confirm that it is you.', needs: 'confirmation' };
const NO_SESSION = { error: 'There is no such session, or it is not yours.' };
const NO_FAMILY = { error: 'There is no such family, or it is not yours.' };

type Granted = { readonly account?: Account; readonly signIn?: KnownSignIn; readonly session?: SessionRecord };

/**
 * The check that every route below `/api` passes before its body is read. Rules PER2, PER3, PER4, PER7, PER9, PER11, PER13,
 * PER14.
 */
export type Gate = {
  readonly admit: (route: Route) => onRequestAsyncHookHandler;
  readonly grantedTo: (request: object) => Granted;
};

/** A malformed id identifies nothing here; the input check refuses it later. */
const Named = z.object({
  sessionId: SessionId.optional().catch(undefined),
  familyId: FamilyId.optional().catch(undefined),
});

type Ports = Pick<HttpPorts, 'auth' | 'records' | 'ties' | 'access' | 'secondFactors' | 'now'> & {
  readonly audit: Pick<RequestAudit, 'refused'>;
  readonly limits: RequestLimits;
};

export function createGate({ auth, records, ties, access, secondFactors, audit, limits, now }: Ports): Gate {
  const granted = new WeakMap<object, Granted>();

  async function maySeeFamily(account: Account, familyId: FamilyId, { method }: Route): Promise<boolean> {
    return permits(await ties.tieOf(account, familyId), method === 'GET' ? 'see' : 'change');
  }

  /** A file on its way is cut off when its reader may no longer have it. Rule PER7. */
  function watchFile(
    { signInId, account }: KnownSignIn,
    of: { readonly sessionId: SessionId | undefined; readonly familyId: FamilyId | undefined },
    answer: ServerResponse,
  ) {
    const { userId, role } = account;
    const reader: Admitted = { as: 'staff', signInId, userId, role, ...of, staysIn: false };
    const { stop } = access.watch(reader, () => answer.destroy());
    finished(answer, stop);
  }

  /** To the minute, so that few requests write. */
  async function noteSeen({ signInId, seenAt }: KnownSignIn): Promise<void> {
    if (seenAt !== undefined && now().getTime() < seenAt.getTime() + SEEN_EVERY_MS) return;
    await records.noteSeen(signInId, now());
  }

  return {
    admit: (route) => async (request, reply) => {
      if (route.for.includes('nobody')) {
        return (await limits.pass(route, networkOf(request.ip), reply)) ? undefined : reply;
      }
      const signIn = await auth.findCurrentSignIn(request.headers.cookie);
      if (signIn === undefined) {
        return limits.mayTryUnknown(networkOf(request.ip), reply) ? reply.code(401).send(NOT_SIGNED_IN) : reply;
      }
      const { account } = signIn;
      if (!(await limits.pass(route, account.userId, reply))) return reply;
      const missing = await secondFactors.missingFrom(signIn);
      if (missing !== 'none' && !route.whileMissing?.includes(missing)) return reply.code(403).send(NO_SECOND_FACTOR);
      const asked = { account, params: request.params };
      if (!route.for.includes(account.role)) {
        audit.refused(route, asked, 403);
        return reply.code(403).send(NOT_FOR_ROLE);
      }
      if (route.asksAgain && needsConfirmation(signIn, now())) return reply.code(403).send(NOT_CONFIRMED);
      if (!route.isPolled) await noteSeen(signIn);
      const { sessionId, familyId } = Named.parse(request.params);
      if (familyId !== undefined && !(await maySeeFamily(account, familyId, route))) {
        audit.refused(route, asked, 404);
        return reply.code(404).send(NO_FAMILY);
      }
      const session = sessionId && (await records.findSession(sessionId));
      if (sessionId !== undefined && (session === undefined || !(await ties.mayStillAttend(account, session)))) {
        audit.refused(route, session === undefined ? asked : { ...asked, session }, 404);
        return reply.code(404).send(NO_SESSION);
      }
      granted.set(request, { account, signIn, ...(session && { session }) });
      if (!(route.answer instanceof z.ZodType)) watchFile(signIn, { sessionId, familyId }, reply.raw);
    },

    grantedTo: (request) => granted.get(request) ?? {},
  };
}
