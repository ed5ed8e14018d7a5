import { expect, test } from 'vitest';
import type { ErasurePage } from '#shared/protocol/http/erasures.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ok } from '#shared/protocol/reply.ts';
import { UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import type { Connection } from '#server/rooms/sessionRoom.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

async function aClinic() {
  const clinic = await anHttpClinic();
  const { aPerson, aSessionOf, ask } = clinic;
  const people = {
    noor: await aPerson('therapist', 'Noor'),
    sam: await aPerson('supervisor', 'Sam'),
    ada: await aPerson('admin', 'Ada'),
    other: await aPerson('therapist', 'Olu'),
  };
  const session = await aSessionOf(people.noor);
  const { familyId } = session;
  const post = (url: string, as: Account, body: object = {}) => ask('POST', url, { familyId, ...body }, { as });
  return {
    ...clinic,
    ...people,
    session,
    familyId,
    request: (as: Account) => post(pathOf('erasure:request'), as, { reason: 'family-asked' }),
    withdraw: (as: Account) => post(pathOf('erasure:withdraw'), as),
    confirm: (as: Account = people.ada) => post(pathOf('erasure:confirm'), as),
    hold: (as: Account) => post(pathOf('hold:set'), as, { reason: 'court' }),
    lift: (as: Account) => post(pathOf('hold:lift'), as, { reason: 'settled' }),
    read: async (as: Account = people.noor) =>
      (await ask('GET', pathOf('erasure:read', { familyId }), undefined, { as })).answer,
    list: async (show: 'requested' | 'erased') =>
      (await ask('GET', pathOf('erasures:list', { query: { show } }), undefined, { as: people.ada }))
        .answer as ErasurePage,
  };
}

test('[ERA1] a therapist asks, an admin confirms, and the family is gone for everybody', async () => {
  const { request, confirm, read, list, ask, noor, ada, other, familyId, session, faults } = await aClinic();
  expect(await confirm()).toMatchObject({ status: 404 });
  expect(await request(other)).toMatchObject({ status: 404 });
  expect(await request(noor)).toMatchObject({ status: 200 });
  expect(await request(noor)).toMatchObject({ status: 409 });
  expect(await read()).toMatchObject({ request: { reason: 'family-asked', askedBy: 'Noor' }, hold: null });
  expect((await list('requested')).lines).toMatchObject([
    { familyName: 'Lark family', askedBy: 'Noor', obstacles: [], counts: { sessions: 1 } },
  ]);
  expect(await confirm(noor)).toMatchObject({ status: 403 });
  expect(await confirm()).toMatchObject({ status: 200, answer: null });
  const asNoor = async (url: string) => (await ask('GET', url, undefined, { as: noor })).status;
  expect(await asNoor(pathOf('family:read', { familyId }))).toBe(404);
  expect(await asNoor(pathOf('session:read', { sessionId: session.sessionId }))).toBe(404);
  expect((await ask('GET', pathOf('families:list'), undefined, { as: noor })).answer).toEqual({
    families: [],
    next: null,
  });
  expect((await ask('GET', pathOf('caseloads:list'), undefined, { as: ada })).answer).toMatchObject({ families: [] });
  expect(await list('requested')).toMatchObject({ lines: [] });
  expect((await list('erased')).lines).toMatchObject([{ familyId, familyName: null, confirmedBy: 'Ada' }]);
  expect(faults).toEqual([]);
});

test('[ERA1] every step of an erasure is in the audit, which names nobody of the family', async () => {
  const { request, withdraw, confirm, hold, lift, noor, sam, ada, familyId, db } = await aClinic();
  await request(noor);
  await withdraw(ada);
  await request(sam);
  await hold(sam);
  await confirm();
  await lift(ada);
  await confirm();
  const rows = await db
    .selectFrom('audit')
    .select(['what', 'actor', 'outcome'])
    .where('family_id', '=', familyId)
    .execute();
  expect(rows.map(({ what, actor, outcome }) => `${actor} ${what} ${outcome}`)).toEqual([
    'therapist erasure.requested done',
    'admin erasure.withdrawn done',
    'supervisor erasure.requested done',
    'supervisor hold.set done',
    'admin hold.lifted done',
    'admin family.erased done',
    'admin erasure.confirmed done',
  ]);
});

test('[ERA4] a supervisor or an admin holds a family, and nobody erases it until the hold is lifted', async () => {
  const { request, confirm, hold, lift, read, list, ask, noor, sam, ada } = await aClinic();
  await request(noor);
  expect(await hold(noor)).toMatchObject({ status: 403 });
  expect(await hold(sam)).toMatchObject({ status: 200 });
  expect(await hold(ada)).toMatchObject({ status: 409 });
  expect(await read()).toMatchObject({ hold: { reason: 'court', setBy: 'Sam' } });
  expect((await list('requested')).lines).toMatchObject([{ obstacles: ['legal-hold'] }]);
  expect((await ask('GET', pathOf('holds:list'), undefined, { as: ada })).answer).toMatchObject([
    { familyName: 'Lark family', reason: 'court', setBy: 'Sam' },
  ]);
  expect(await confirm()).toMatchObject({
    status: 409,
    answer: { error: expect.stringContaining('legal hold') as string },
  });
  expect(await lift(ada)).toMatchObject({ status: 200 });
  expect(await lift(ada)).toMatchObject({ status: 409 });
  expect(await confirm()).toMatchObject({ status: 200 });
});

test('[ERA2] while somebody is in a session that is not over, the family is not erased', async () => {
  const { request, confirm, noor, session, rooms } = await aClinic();
  await request(noor);
  const room = await rooms.open(session);
  let ended = 0;
  const connection: Connection = { participantId: noor.userId, notify: () => undefined, end: () => (ended += 1) };
  room.connections.set(noor.userId, connection);
  expect(await confirm()).toMatchObject({ status: 409 });
  const drafts: readonly FactDraft[] = [{ type: 'session.closed', by: noor.userId }];
  await room.actor.apply(() => ok([...UNTIL_CHECK_IN.map((draft) => draft), ...drafts]));
  expect(room.actor.state().phase).toBe('closed');
  // A reviewer may still be connected; they are cut off.
  expect(await confirm()).toMatchObject({ status: 200 });
  expect(ended).toBe(1);
  expect(rooms.isAwake(session.sessionId)).toBe(false);
});

test('[ERA5] what the server remembers of the family ends with it', async () => {
  const { request, confirm, read, courses, noor, familyId, consents } = await aClinic();
  expect((await courses.read(familyId))?.record.facts).toHaveLength(1);
  await request(noor);
  await confirm();
  expect(await courses.read(familyId)).toBeUndefined();
  expect((await consents.of(familyId)).table.answers).toEqual([]);
  expect(await read()).toMatchObject({ error: expect.any(String) as string });
});
