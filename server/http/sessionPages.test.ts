import { describe, expect, test } from 'vitest';
import type { Account } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { Needs, type SessionGroup, Sessions } from '#shared/protocol/http/sessions.ts';
import { SessionId, WindowId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';
import { shortSession } from './testing/shortSession.ts';

const DAY_MS = 24 * 3_600_000;
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

async function aClinic() {
  const clinic = await anHttpClinic();
  const { ask, records } = clinic;
  const ida = await clinic.aPerson('therapist', 'Ida');

  async function aFamily(name = 'Lark', therapist = ida) {
    const names = { name, childInitials: 'T.', caregiverNames: ['Nora'], therapist: therapist.userId };
    return (await records.makeFamily(names, { id: therapist.userId, name: therapist.name }, NOW)).familyId;
  }
  const familyId = await aFamily();

  async function aSession(startsAt: Date, { of = familyId, lead = ida } = {}): Promise<SessionId> {
    const plan = { familyId: of, lead: lead.userId, madeBy: lead.userId, startsAt };
    const made = await records.makeSession({ ...plan, program: 'pcit', programVersion: 'pcit-2011' });
    return made!.sessionId;
  }
  async function hold(sessionId: SessionId, isClosed = true): Promise<void> {
    const session = (await records.findSession(sessionId))!;
    const room = await clinic.rooms.open(session);
    await room.actor.apply(() => ok(shortSession(session, WindowId.parse(crypto.randomUUID()))));
    if (isClosed) await room.actor.apply(() => ok([{ type: 'session.closed', by: session.lead }]));
  }
  async function page(group: SessionGroup, more: { family?: string; after?: SessionId } = {}, as: Account = ida) {
    const path = pathOf('sessions:list', { query: { group, ...more } });
    const { sessions, next } = Sessions.parse((await ask('GET', path, undefined, { as })).answer);
    return { ids: sessions.map(({ sessionId }) => sessionId), next };
  }
  const needs = async (as: Account = ida) =>
    Needs.parse((await ask('GET', pathOf('needs:list'), undefined, { as })).answer);
  return { clinic, ida, aFamily, familyId, aSession, hold, page, needs };
}

describe('sessions in pages', () => {
  test('those of the clinic’s day are today’s, later ones coming, and earlier ones earlier', async () => {
    const { aSession, page } = await aClinic();
    const [early, late] = [
      await aSession(new Date('2026-03-02T00:00:00Z')),
      await aSession(new Date('2026-03-02T23:59:59Z')),
    ];
    const [next, after] = [await aSession(new Date('2026-03-03T00:00:00Z')), await aSession(inDays(9))];
    const [last, before] = [await aSession(new Date('2026-03-01T23:59:59Z')), await aSession(inDays(-9))];
    expect((await page('today')).ids).toEqual([early, late]);
    expect((await page('coming')).ids).toEqual([next, after]);
    expect((await page('earlier')).ids).toEqual([last, before]);
  });

  test('a session that goes on is today’s, whatever day it was planned for', async () => {
    const { aSession, hold, page } = await aClinic();
    const [yesterday, tomorrow] = [await aSession(inDays(-1)), await aSession(inDays(1))];
    await hold(yesterday, false);
    await hold(tomorrow, false);
    expect((await page('today')).ids).toEqual([yesterday, tomorrow]);
    expect([await page('coming'), await page('earlier')].map(({ ids }) => ids)).toEqual([[], []]);
  });

  test.for(['coming', 'earlier'] as const)('every one of many %s sessions is on one page, in order', async (group) => {
    const { aSession, page } = await aClinic();
    const direction = group === 'coming' ? 1 : -1;
    const made: SessionId[] = [];
    // Two at each moment: their ids decide.
    for (let index = 0; index < 45; index += 1)
      made.push(await aSession(inDays(direction * (1 + Math.floor(index / 2)))));
    const seen: SessionId[] = [];
    const sizes: number[] = [];
    for (let after: SessionId | null | undefined; after !== null;) {
      const { ids, next } = await page(group, after === undefined ? {} : { after });
      seen.push(...ids);
      sizes.push(ids.length);
      after = next;
    }
    expect(sizes).toEqual([20, 20, 5]);
    expect(seen.toSorted()).toEqual(made.toSorted());
  });

  test('[PER9] a search finds families by a part of their name, and only those that one is tied to', async () => {
    const { clinic, aFamily, aSession, page } = await aClinic();
    const omar = await clinic.aPerson('therapist', 'Omar');
    const own = await aSession(NOW, { of: await aFamily('Sørensen-Müller') });
    await aSession(NOW, { of: await aFamily('Müller', omar), lead: omar });
    expect((await page('today', { family: 'muller' })).ids).toEqual([own]);
    expect((await page('today', { family: 'Lark' })).ids).toEqual([]);
  });
});

describe('what needs attention', () => {
  test('a session that was planned for an earlier day and never begun', async () => {
    const { aSession, hold, needs } = await aClinic();
    const missed = await aSession(inDays(-1));
    await hold(await aSession(inDays(-2)));
    await aSession(inDays(-30));
    await aSession(NOW);
    expect((await needs()).notHeld.map(({ sessionId }) => sessionId)).toEqual([missed]);
  });

  test('a family that came recently and has no next session; not one that came long ago', async () => {
    const { aFamily, familyId, aSession, hold, needs } = await aClinic();
    await hold(await aSession(inDays(-7)));
    await hold(await aSession(inDays(-60), { of: await aFamily('Wren') }));
    expect((await needs()).unplanned).toEqual([{ familyId, name: 'Lark' }]);
    await aSession(inDays(2));
    expect((await needs()).unplanned).toEqual([]);
  });

  test('not a family whose course is paused', async () => {
    const { clinic, ida, familyId, aSession, hold, needs } = await aClinic();
    await hold(await aSession(inDays(-7)));
    const pause = { type: 'course.pause', reason: 'Away for the summer.' };
    await clinic.ask('POST', pathOf('family:enter', { familyId }), pause, { as: ida });
    expect((await needs()).unplanned).toEqual([]);
  });

  test('for a supervisor, how many reviews wait for a sign-off', async () => {
    const { clinic, aSession, hold, needs } = await aClinic();
    const ada = await clinic.aPerson('supervisor', 'Ada');
    await hold(await aSession(inDays(-7)));
    await hold(await aSession(inDays(-1)), false);
    expect([(await needs(ada)).toSignOff, (await needs()).toSignOff]).toEqual([1, 0]);
  });
});
