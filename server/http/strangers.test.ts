import { describe, expect, test } from 'vitest';
import { ROLES } from '#shared/domain/people.ts';
import { addressOf, type Route, type Visitor } from '#shared/protocol/http/route.ts';
import { ROUTES } from '#shared/protocol/http/routes.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

const ID = '7d1c1a52-3f0e-4c55-9d0e-7a3f2a7f0001';
const SOMEWHERE = {
  ...{ sessionId: ID, familyId: ID, partId: ID, userId: ID, signInId: ID },
  ...{ attemptId: ID, clinicProgramId: ID, clipId: 'no-clip', teamId: ID },
};
const VISITORS: readonly Visitor[] = ['nobody', ...ROLES];

const guarded = Object.entries<Route>(ROUTES).filter(([, route]) => !route.for.includes('nobody'));

describe('every route that is not for everyone', () => {
  test('[PER3] refuses whomever its row does not name, before it looks at what was sent', async () => {
    const { ask, aPerson } = await anHttpClinic();
    const accounts = new Map(await Promise.all(ROLES.map(async (role) => [role, await aPerson(role)] as const)));
    let refused = 0;
    for (const [name, route] of guarded) {
      for (const visitor of VISITORS.filter((one) => !route.for.includes(one))) {
        const account = visitor === 'nobody' ? undefined : accounts.get(visitor);
        const url = addressOf(route, SOMEWHERE);
        const { status, answer } = await ask(route.method, url, undefined, account && { as: account });
        expect([name, visitor, status]).toEqual([name, visitor, visitor === 'nobody' ? 401 : 403]);
        expect(answer).toEqual({ error: expect.any(String) as string });
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(80);
  });
});
