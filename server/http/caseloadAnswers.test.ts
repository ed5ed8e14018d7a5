import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AssignedFamilies, CaseloadNotice, Colleague, FamilyTherapist } from '#shared/protocol/http/caseloads.ts';
import { FamilyOverviews } from '#shared/protocol/http/families.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { Sessions } from '#shared/protocol/http/sessions.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

/** Ida and Omar in one team, led by Ada; Eve in none; Kim is the admin. The day can be moved. */
async function aClinic() {
  const clock = { now: new Date('2026-03-02T09:00:00Z') };
  const clinic = await anHttpClinic({ now: () => clock.now });
  const [ida, omar] = [await clinic.aPerson('therapist', 'Ida'), await clinic.aPerson('therapist', 'Omar')];
  const [eve, ada, kim] = [
    await clinic.aPerson('therapist', 'Eve'),
    await clinic.aPerson('supervisor', 'Ada'),
    await clinic.aPerson('admin', 'Kim'),
  ];
  await clinic.db.deleteFrom('team_people').where('user_id', '=', eve.userId).execute();

  const { familyId, sessionId } = await clinic.aSessionOf(ida, { startsAt: new Date('2026-03-03T09:00:00Z') });
  const get = async (url: string, as: Account) => (await clinic.ask('GET', url, undefined, { as })).answer;
  const sees = async (as: Account, id: FamilyId = familyId) =>
    (await clinic.ask('GET', pathOf('family:read', { familyId: id }), undefined, { as })).status === 200;
  const handOver = (as: Account, body: object) => clinic.ask('POST', pathOf('caseloads:hand-over'), body, { as });
  const cover = (as: Account, body: object) => clinic.ask('POST', pathOf('caseloads:cover'), body, { as });
  const fromIda = { families: familyId, from: ida.userId, to: omar.userId };
  const leadOf = async () => (await clinic.records.findSession(sessionId))?.leadName;
  const notices = async (as: Account) => z.array(CaseloadNotice).parse(await get(pathOf('caseload-notices:list'), as));
  const therapists = async (as: Account) =>
    z.array(FamilyTherapist).parse(await get(pathOf('family-therapists:read', { familyId }), as));
  /** The rows of the audit about caseloads. It is closed with this. */
  const audited = async () => {
    await clinic.audit.close();
    return clinic.db.selectFrom('audit').selectAll().where('what', '=', 'caseload.changed').execute();
  };
  return {
    ...{ ...clinic, clock, ida, omar, eve, ada, kim, familyId, get },
    ...{ sees, handOver, cover, fromIda, leadOf, notices, therapists, audited },
  };
}

describe('[PER9] a hand-over', () => {
  test.for(['ida', 'ada', 'kim'] as const)('by %s gives the family away at once, with what is planned', async (by) => {
    const clinic = await aClinic();
    const { ida, omar, sees, handOver, fromIda, leadOf, notices } = clinic;
    expect(await handOver(clinic[by], fromIda)).toMatchObject({ status: 200, answer: { families: 1 } });
    expect([await sees(ida), await sees(omar)]).toEqual([false, true]);
    expect(await leadOf()).toBe('Omar');
    expect(await notices(omar)).toMatchObject([{ familyName: 'Lark family', cover: null, by: clinic[by].name }]);
  });

  test('moves the whole caseload, and no family that is only covered', async () => {
    const { ask, aSessionOf, ida, omar, ada, sees, handOver, cover, fromIda } = await aClinic();
    const second = await aSessionOf(ida);
    const omars = await aSessionOf(omar);
    await cover(ada, { families: omars.familyId, from: omar.userId, to: ida.userId, until: '2026-03-09' });
    expect((await handOver(ada, { ...fromIda, families: 'all' })).answer).toEqual({ families: 2 });
    expect(await sees(omar, second.familyId)).toBe(true);
    expect(await sees(ida, omars.familyId)).toBe(true);
    const left = await ask('GET', pathOf('families:list'), undefined, { as: ida });
    expect(FamilyOverviews.parse(left.answer).families).toHaveLength(1);
  });

  test('[ADT1] of a whole caseload writes a row for each family', async () => {
    const { aSessionOf, ida, omar, ada, familyId, handOver, fromIda, audited } = await aClinic();
    const second = await aSessionOf(ida);
    await handOver(ada, { ...fromIda, families: 'all' });
    const rows = await audited();
    expect(rows.map((row) => row.family_id).toSorted()).toEqual([familyId, second.familyId].toSorted());
    expect(rows.every((row) => row.actor_id === ada.userId && row.subject_id === omar.userId)).toBe(true);
  });

  test('is refused alike for an unknown family, a stranger’s family and a colleague outside the team', async () => {
    const { ida, omar, eve, ada, handOver, fromIda, sees } = await aClinic();
    const refusals = await Promise.all([
      handOver(ida, { ...fromIda, families: randomUUID() }),
      handOver(omar, { ...fromIda, to: eve.userId }),
      handOver(omar, { ...fromIda, from: omar.userId, to: ida.userId }),
      handOver(omar, { ...fromIda, from: null, to: ida.userId }),
      handOver(ida, { ...fromIda, to: eve.userId }),
      handOver(ada, { ...fromIda, to: eve.userId }),
      handOver(ida, { ...fromIda, to: 'nobody' }),
    ]);
    expect(new Set(refusals.map(({ status, answer }) => JSON.stringify([status, answer]))).size).toBe(1);
    expect(refusals[0].status).toBe(404);
    expect(await sees(ida)).toBe(true);
  });

  test('goes only to an active therapist', async () => {
    const { ada, kim, auth, eve, handOver, fromIda } = await aClinic();
    expect((await handOver(kim, { ...fromIda, to: ada.userId })).status).toBe(422);
    await auth.changeAccount(eve.userId, { what: 'access', isActive: false });
    expect((await handOver(kim, { ...fromIda, to: eve.userId })).status).toBe(422);
  });

  test('may add a therapist without taking the family from anybody', async () => {
    const { ida, omar, sees, handOver, fromIda, therapists, leadOf } = await aClinic();
    expect((await handOver(ida, { ...fromIda, from: null })).status).toBe(200);
    expect([await sees(ida), await sees(omar)]).toEqual([true, true]);
    expect((await therapists(omar)).map(({ name }) => name)).toEqual(['Ida', 'Omar']);
    expect(await leadOf()).toBe('Ida');
  });

  test('[ADT1] to a therapist who already treats the family changes nothing, says so and writes no row', async () => {
    const { omar, kim, handOver, fromIda, therapists, audited } = await aClinic();
    await handOver(kim, { ...fromIda, from: null });
    const again = await handOver(kim, { ...fromIda, from: null });
    expect(again).toMatchObject({
      status: 422,
      answer: { error: expect.stringContaining('already treats') as string },
    });
    expect((await therapists(omar)).map(({ name }) => name)).toEqual(['Ida', 'Omar']);
    expect(await audited()).toHaveLength(1);
  });

  test('sent twice moves the family once, and says so', async () => {
    const { ida, kim, handOver, fromIda, therapists, omar } = await aClinic();
    await handOver(kim, fromIda);
    expect((await handOver(kim, fromIda)).status).toBe(404);
    expect((await therapists(omar)).map(({ name }) => name)).toEqual(['Omar']);
    expect((await handOver(ida, fromIda)).status).toBe(404);
  });
});

test('[PER9] a family that does not exist is handed to nobody', async () => {
  const { kim, handOver, fromIda } = await aClinic();
  expect((await handOver(kim, { ...fromIda, from: null, families: randomUUID() })).status).toBe(404);
});

describe('[PER9] a cover', () => {
  test('opens the family to a colleague until its last day, and not a day after', async () => {
    const { clock, ida, omar, ada, sees, cover, fromIda, therapists, notices, leadOf } = await aClinic();
    expect((await cover(ida, { ...fromIda, until: '2026-03-04' })).status).toBe(200);
    expect([await sees(ida), await sees(omar), await sees(ada)]).toEqual([true, true, true]);
    expect(await leadOf()).toBe('Omar');
    expect((await therapists(ida)).map(({ name, cover: of }) => [name, of])).toEqual([
      ['Ida', null],
      ['Omar', { for: 'Ida', until: '2026-03-04' }],
    ]);
    expect(await notices(omar)).toMatchObject([{ cover: { for: 'Ida', until: '2026-03-04' }, by: 'Ida' }]);
    clock.now = new Date('2026-03-04T23:59:00Z');
    expect(await sees(omar)).toBe(true);
    clock.now = new Date('2026-03-05T00:00:00Z');
    expect([await sees(ida), await sees(omar)]).toEqual([true, false]);
    expect(await notices(omar)).toEqual([]);
    expect(await therapists(ida)).toHaveLength(1);
    expect((await cover(ida, { ...fromIda, until: '2026-03-09' })).status).toBe(200);
    expect(await sees(omar)).toBe(true);
  });

  test('lets the colleague treat, but not hand on', async () => {
    const { ask, ida, omar, familyId, cover, handOver, fromIda } = await aClinic();
    await cover(ida, { ...fromIda, until: '2026-03-04' });
    const plan = { familyId, startsAt: '2026-03-03T10:00:00Z' };
    expect((await ask('POST', pathOf('sessions:make'), plan, { as: omar })).status).toBe(200);
    expect((await handOver(omar, { families: familyId, from: omar.userId, to: ida.userId })).status).toBe(404);
    expect((await handOver(omar, { families: familyId, from: null, to: ida.userId })).status).toBe(404);
  });

  test('ends early for those who may arrange it and for who covers, and the planned sessions go back', async () => {
    const { ask, ida, omar, eve, familyId, sees, cover, fromIda, leadOf } = await aClinic();
    await cover(ida, { ...fromIda, until: '2026-03-04' });
    const end = async (as: Account) =>
      (await ask('POST', pathOf('caseloads:end-cover'), { familyId, userId: omar.userId }, { as })).status;
    expect([await end(eve), await end(omar), await end(ida)]).toEqual([404, 200, 404]);
    expect(await sees(omar)).toBe(false);
    expect(await leadOf()).toBe('Ida');
  });

  test('goes on for the new therapist when the family is handed over, and ends to them', async () => {
    const { ask, ida, omar, eve, kim, familyId, sees, cover, handOver, fromIda, leadOf } = await aClinic();
    await cover(ida, { ...fromIda, until: '2026-03-04' });
    expect((await handOver(kim, { ...fromIda, to: eve.userId })).status).toBe(200);
    expect([await sees(omar), await leadOf()]).toEqual([true, 'Omar']);
    const ended = { familyId, userId: omar.userId };
    expect((await ask('POST', pathOf('caseloads:end-cover'), ended, { as: kim })).status).toBe(200);
    expect([await sees(omar), await leadOf()]).toEqual([false, 'Eve']);
  });

  test('that is shortened gives back the sessions after its new last day', async () => {
    const { ida, cover, fromIda, leadOf } = await aClinic();
    await cover(ida, { ...fromIda, until: '2026-03-04' });
    expect(await leadOf()).toBe('Omar');
    await cover(ida, { ...fromIda, until: '2026-03-02' });
    expect(await leadOf()).toBe('Ida');
  });

  test('[ADT1] of a whole caseload counts the families that came to it, and writes a row for these alone', async () => {
    const { aSessionOf, records, clock, ida, omar, ada, familyId, cover, fromIda, audited } = await aClinic();
    const [second, shared] = [await aSessionOf(ida), await aSessionOf(ida)];
    const joins = { from: null, to: omar.userId };
    await records.handOver([shared.familyId], joins, { by: ada.userId, now: clock.now });
    const covered = await cover(ada, { ...fromIda, families: 'all', until: '2026-03-04' });
    expect(covered).toMatchObject({ status: 200, answer: { families: 2 } });
    const rows = await audited();
    expect(rows.map((row) => row.family_id).toSorted()).toEqual([familyId, second.familyId].toSorted());
  });

  test('cannot end in the past nor never, and nobody covers what they treat', async () => {
    const { ida, omar, cover, handOver, fromIda } = await aClinic();
    expect((await cover(ida, { ...fromIda, until: '2026-03-01' })).status).toBe(422);
    expect((await cover(ida, { ...fromIda, until: '9999-12-31' })).status).toBe(422);
    await handOver(ida, { ...fromIda, from: null });
    expect((await cover(ida, { ...fromIda, until: '2026-03-04' })).status).toBe(404);
    expect(omar.name).toBe('Omar');
  });
});

describe('[PER9] what is listed', () => {
  test('an admin is told a family’s name and who treats it, and nothing else', async () => {
    const { ida, kim, familyId, get } = await aClinic();
    expect(await get(pathOf('caseloads:list'), kim)).toEqual({
      families: [
        {
          familyId,
          name: 'Lark family',
          therapists: [{ userId: ida.userId, name: 'Ida', cover: null, isActive: true }],
        },
      ],
      next: null,
    });
  });

  test('a family whose therapist left is listed as one that nobody treats, and its supervisor still sees it', async () => {
    const { auth, ida, kim, ada, familyId, get, sees } = await aClinic();
    const nobodys = async () =>
      AssignedFamilies.parse(await get(`${pathOf('caseloads:list')}?of=nobody`, kim)).families.map(
        (one) => one.familyId,
      );
    expect(await nobodys()).toEqual([]);
    await auth.changeAccount(ida.userId, { what: 'access', isActive: false });
    expect(await nobodys()).toEqual([familyId]);
    expect(await sees(ada)).toBe(true);
  });

  test('the families of one therapist, page by page', async () => {
    const { aSessionOf, ida, omar, kim, get } = await aClinic();
    for (let made = 0; made < 55; made += 1) await aSessionOf(ida, { name: `Family ${made % 7}` });
    await aSessionOf(omar);
    const url = pathOf('caseloads:list', { query: { of: ida.userId } });
    const first = AssignedFamilies.parse(await get(url, kim));
    const second = AssignedFamilies.parse(await get(`${url}&after=${first.next ?? ''}`, kim));
    expect([first.families.length, second.families.length, second.next]).toEqual([50, 6, null]);
    const all = [...first.families, ...second.families];
    expect(new Set(all.map(({ familyId }) => familyId)).size).toBe(56);
    expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted());
  });

  test('colleagues are those of one’s teams, or everybody’s for an admin', async () => {
    const { ida, eve, ada, kim, get } = await aClinic();
    const of = async (as: Account) =>
      z
        .array(Colleague)
        .parse(await get(pathOf('colleagues:list'), as))
        .map(({ name }) => name);
    expect(await of(ida)).toEqual(['Ida', 'Omar']);
    expect(await of(ada)).toEqual(['Ida', 'Omar']);
    expect(await of(eve)).toEqual([]);
    expect(await of(kim)).toEqual(['Eve', 'Ida', 'Omar']);
  });

  test('a notice stays until it is dismissed', async () => {
    const { ask, ida, omar, handOver, fromIda, notices } = await aClinic();
    await handOver(ida, fromIda);
    expect(await notices(omar)).toHaveLength(1);
    await ask('POST', pathOf('caseload-notices:dismiss'), { families: [] }, { as: omar });
    expect(await notices(omar)).toHaveLength(1);
    await ask('POST', pathOf('caseload-notices:dismiss'), { families: [fromIda.families] }, { as: omar });
    expect(await notices(omar)).toEqual([]);
  });

  test('who makes a family has it on their caseload, and an admin’s family is nobody’s', async () => {
    const { ask, ida, kim, get } = await aClinic();
    const make = async (as: Account, name: string) =>
      ask('POST', pathOf('families:make'), { name, childInitials: 'T.', caregiverNames: ['Nora'] }, { as });
    await make(ida, 'Own');
    await make(kim, 'Unassigned');
    const { families } = FamilyOverviews.parse(await get(pathOf('families:list'), ida));
    expect(families.map(({ name }) => name)).toEqual(['Lark family', 'Own']);
    expect(AssignedFamilies.parse(await get(`${pathOf('caseloads:list')}?of=nobody`, kim)).families).toMatchObject([
      { name: 'Unassigned', therapists: [] },
    ]);
  });

  test('a session of a family that was handed over is in the list of its new therapist alone', async () => {
    const { ida, omar, handOver, fromIda, get } = await aClinic();
    const coming = pathOf('sessions:list', { query: { group: 'coming' } });
    const listed = async (as: Account) => Sessions.parse(await get(coming, as)).sessions.length;
    expect([await listed(ida), await listed(omar)]).toEqual([1, 0]);
    await handOver(ida, fromIda);
    expect([await listed(ida), await listed(omar)]).toEqual([0, 1]);
  });
});
