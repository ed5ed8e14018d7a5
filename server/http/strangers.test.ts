import { describe, expect, test } from 'vitest';
import { ROLES } from '#shared/domain/people.ts';
import { addressOf, type Route, STAFF, type Visitor } from '#shared/protocol/http/route.ts';
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

  test('[PER3] lets in whomever its row names, and answers without a fault', async () => {
    const { ask, aPerson, faults } = await anHttpClinic();
    for (const role of STAFF) {
      const account = await aPerson(role);
      for (const [name, route] of guarded.filter(([, one]) => one.for.includes(role))) {
        const { status } = await ask(route.method, addressOf(route, SOMEWHERE), undefined, { as: account });
        expect([name, role, [401, 403, 500].includes(status)]).toEqual([name, role, false]);
      }
    }
    expect(faults).toEqual([]);
  });

  test('[PER2] answers about a session to its lead and to supervisors, and tells other therapists that it is not there', async () => {
    const { ask, aPerson, aSessionOf } = await anHttpClinic();
    const [lead, other, supervisor] = [
      await aPerson('therapist'),
      await aPerson('therapist'),
      await aPerson('supervisor'),
    ];
    const { sessionId } = await aSessionOf(lead);
    const told = { error: 'There is no such session, or it is not yours.' };
    const ofASession = guarded.filter(([, { path }]) => path.includes(':sessionId'));
    for (const [name, route] of ofASession) {
      const url = addressOf(route, { ...SOMEWHERE, sessionId });
      const asked = async (as: typeof lead) => (await ask(route.method, url, undefined, { as })).answer;
      expect([name, await asked(other)]).toEqual([name, told]);
      for (const as of [lead, supervisor].filter(({ role }) => route.for.includes(role))) {
        expect([name, await asked(as)]).not.toEqual([name, told]);
      }
    }
    expect(ofASession.length).toBeGreaterThan(10);
  });

  test('[PER4] answers about a family to its own therapists, and only for reading to supervisors', async () => {
    const { ask, aPerson, aSessionOf } = await anHttpClinic();
    const [lead, other, supervisor] = [
      await aPerson('therapist'),
      await aPerson('therapist'),
      await aPerson('supervisor'),
    ];
    const { familyId } = await aSessionOf(lead);
    const told = { error: 'There is no such family, or it is not yours.' };
    const ofAFamily = guarded.filter(([, { path }]) => path.includes(':familyId'));
    for (const [name, route] of ofAFamily) {
      const url = addressOf(route, { ...SOMEWHERE, familyId });
      const asked = async (as: typeof lead) => (await ask(route.method, url, undefined, { as })).answer;
      expect([name, await asked(other)]).toEqual([name, told]);
      expect([name, await asked(lead)]).not.toEqual([name, told]);
      if (route.method === 'GET') expect([name, await asked(supervisor)]).not.toEqual([name, told]);
    }
    expect(ofAFamily.length).toBeGreaterThan(4);
  });
});
