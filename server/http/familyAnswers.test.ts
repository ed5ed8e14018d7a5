import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { addDays } from '#shared/domain/course/days.ts';
import { FamilyFact } from '#shared/protocol/familyFacts.ts';
import { Diary } from '#shared/protocol/http/diary.ts';
import { DiaryLink, Family, FamilyRecord } from '#shared/protocol/http/families.ts';
import { ListedDiaryLink } from '#shared/protocol/http/link.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

async function aFamily(ports: Parameters<typeof anHttpClinic>[0] = {}) {
  const clinic = await anHttpClinic(ports);
  const as = await clinic.aPerson('therapist', 'Ida Berg');
  const plan = { name: 'Lark', childInitials: 'T.', caregiverNames: ['Nora', 'Jon'], childBirthMonth: '2021-05' };
  const family = Family.parse((await clinic.ask('POST', pathOf('families:make'), plan, { as })).answer);
  const { familyId } = family;
  const [nora] = family.caregivers;
  const enter = async (entry: object, who: Account = as) =>
    clinic.ask('POST', pathOf('family:enter', { familyId }), entry, { as: who });
  const total = (over: object = {}) => ({
    type: 'measure.record',
    entryId: randomUUID(),
    measureId: 'ecbi-intensity',
    caregiverId: nora?.caregiverId,
    on: '2026-03-01',
    total: 140,
    ...over,
  });
  const openDiary = async (caregiver = nora) => {
    const asked = { caregiverId: caregiver?.caregiverId };
    const link = DiaryLink.parse(
      (await clinic.ask('POST', pathOf('diary-links:make', { familyId }), asked, { as })).answer,
    );
    return clinic.ask('POST', pathOf('diary:open'), { secret: new URL(link.url).hash.slice(1) });
  };
  const aDay = (over: object = {}) => ({
    ...{ caregiverId: nora?.caregiverId, entryId: randomUUID() },
    ...{ on: '2026-03-02', minutes: 5, obstacle: null, praises: 2 },
    ...over,
  });
  return { ...clinic, as, family, familyId, enter, total, openDiary, aDay };
}

test('a record begins with who opened the course, and keeps what is entered', async () => {
  const { ask, as, familyId, enter, total } = await aFamily();
  const { status, answer } = await enter(total());
  expect(status).toBe(200);
  const { facts } = FamilyRecord.parse(answer);
  expect(facts.map(({ seq, by, entry }) => [seq, by.name, entry.type])).toEqual([
    [1, 'Ida Berg', 'course.open'],
    [2, 'Ida Berg', 'measure.record'],
  ]);
  expect((await ask('GET', pathOf('family:read', { familyId }), undefined, { as })).answer).toEqual(answer);
});

test.for([
  ['a total out of range', { total: 35 }, 422],
  ['a measure that is not the program’s', { measureId: 'mood' }, 422],
  ['a day to come', { on: '2026-03-04' }, 422],
  ['somebody else’s caregiver', { caregiverId: randomUUID() }, 422],
] as const)('[MEA1] %s is refused, and changes nothing', async ([, over, status]) => {
  const { ask, as, familyId, enter, total } = await aFamily();
  const refused = await enter(total(over));
  expect(refused).toMatchObject({ status, answer: { error: expect.any(String) as string } });
  const { answer } = await ask('GET', pathOf('family:read', { familyId }), undefined, { as });
  expect(FamilyRecord.parse(answer).facts).toHaveLength(1);
});

test('[CRS1] a stage whose gate is shut is entered only with a reason', async () => {
  const { enter, family } = await aFamily();
  const onward = { type: 'stage.enter', stage: 'cdi-coach', caregiverId: null, override: null };
  expect((await enter(onward)).status).toBe(409);
  expect((await enter({ ...onward, override: { reason: 'Taught elsewhere.' } })).status).toBe(200);
  expect(family.childBirthMonth).toBe('2021-05');
});

test('[PER4] a record is its own therapists’, a supervisor reads it, and an admin does not', async () => {
  const { ask, aPerson, as, familyId, enter, total } = await aFamily();
  const [other, supervisor, admin] = [await aPerson('therapist'), await aPerson('supervisor'), await aPerson('admin')];
  await ask('POST', pathOf('sessions:make'), { familyId, startsAt: NOW.toISOString() }, { as });
  const read = async (who: Account) =>
    (await ask('GET', pathOf('family:read', { familyId }), undefined, { as: who })).status;
  expect([await read(as), await read(other), await read(supervisor), await read(admin)]).toEqual([200, 404, 200, 403]);
  expect([(await enter(total(), other)).status, (await enter(total(), supervisor)).status]).toEqual([404, 403]);
});

test('[PER4] a therapist plans no session for another’s family, and so does not come by its record', async () => {
  const { ask, aPerson, as, familyId } = await aFamily();
  const other = await aPerson('therapist');
  const plan = async (who: Account) =>
    (await ask('POST', pathOf('sessions:make'), { familyId, startsAt: NOW.toISOString() }, { as: who })).status;
  expect([await plan(as), await plan(other), await plan(as)]).toEqual([200, 404, 200]);
  expect((await ask('GET', pathOf('family:read', { familyId }), undefined, { as: other })).status).toBe(404);
});

test('a session is planned from the course: its stage, and what is coded in it', async () => {
  const { ask, as, familyId, enter, records } = await aFamily();
  await enter({
    type: 'stage.enter',
    stage: 'cdi-coach',
    caregiverId: null,
    override: { reason: 'Taught elsewhere.' },
  });
  await ask('POST', pathOf('sessions:make'), { familyId, startsAt: NOW.toISOString() }, { as });
  expect(await records.listSessionsOf(familyId)).toMatchObject([{ stage: 'cdi-coach', treatmentPhase: 'cdi' }]);
  const unknown = { familyId, startsAt: NOW.toISOString(), stage: 'nowhere' };
  expect((await ask('POST', pathOf('sessions:make'), unknown, { as })).status).toBe(422);
});

test('a diary opens once, for its caregiver alone, and a later word of a day replaces the first', async () => {
  const { ask, family, openDiary, aDay } = await aFamily();
  const opened = await openDiary();
  expect(opened.cookies[0]).toMatch(/^earshot_diary=.{40,}; Path=\/; Expires=.* GMT; HttpOnly; SameSite=Lax$/);
  const cookie = cookieFrom(opened.cookies);
  const log = (day: object) => ask('POST', pathOf('diary:write'), aDay(day), { cookie });
  expect((await log({ on: '2026-03-02' })).status).toBe(200);
  const { days, caregiverName } = Diary.parse((await log({ on: '2026-03-02', minutes: 8 })).answer);
  expect([caregiverName, days.at(-1)]).toEqual(['Nora', { on: '2026-03-02', minutes: 8, obstacle: null, praises: 2 }]);
  expect(days.filter(({ minutes }) => minutes !== null)).toHaveLength(1);
  expect(family.caregivers).toHaveLength(2);
  expect((await log({ on: '2026-02-22' })).status).toBe(422);
  expect((await log({ on: '2026-03-03' })).status).toBe(422);
  expect((await ask('GET', pathOf('diary:read'))).status).toBe(401);
});

test('a caregiver closes their diary in one browser, and nobody reads it there, also not with a copy of its cookie', async () => {
  const { ask, db, openDiary, familyId } = await aFamily();
  const [here, elsewhere] = [cookieFrom((await openDiary()).cookies), cookieFrom((await openDiary()).cookies)];
  const closed = await ask('POST', pathOf('diary:close'), undefined, { cookie: here });
  expect(closed).toMatchObject({ status: 200, answer: null });
  expect(closed.cookies[0]).toMatch(/^earshot_diary=; .*Expires=Thu, 01 Jan 1970/);
  expect((await ask('GET', pathOf('diary:read'), undefined, { cookie: here })).status).toBe(401);
  expect((await ask('POST', pathOf('diary:close'), undefined, { cookie: here })).status).toBe(401);
  expect((await ask('GET', pathOf('diary:read'), undefined, { cookie: elsewhere })).status).toBe(200);
  const rows = await db.selectFrom('audit').selectAll().where('what', '=', 'diary.closed').execute();
  expect(rows).toMatchObject([{ actor: 'caregiver', family_id: familyId, outcome: 'done' }]);
});

test('[PER15] a diary’s links are listed, and a withdrawn one closes the diary that it opened', async () => {
  const { ask, as, db, familyId, openDiary } = await aFamily();
  const cookie = cookieFrom((await openDiary()).cookies);
  const listed = async () =>
    z
      .array(ListedDiaryLink)
      .parse((await ask('GET', pathOf('diary-links:list', { familyId }), undefined, { as })).answer);
  const linkId = (await listed())[0]!.linkId;
  expect((await listed()).map(({ state }) => state)).toEqual(['used']);
  const path = pathOf('diary-links:withdraw', { familyId, linkId });
  // As if it were from before links were listed.
  await db.updateTable('diary_browsers').set({ link_id: null }).execute();
  expect((await ask('POST', path, undefined, { as })).status).toBe(200);
  expect((await listed()).map(({ state }) => state)).toEqual(['withdrawn']);
  expect((await ask('GET', pathOf('diary:read'), undefined, { cookie })).status).toBe(401);
});

test('[PER4] a day that was meant for one caregiver’s diary is not entered into another’s, whoever’s is open by now', async () => {
  const { ask, as, family, familyId, openDiary, aDay } = await aFamily();
  const cookie = cookieFrom((await openDiary(family.caregivers[1])).cookies);
  expect((await ask('POST', pathOf('diary:write'), aDay(), { cookie })).status).toBe(403);
  const { facts } = FamilyRecord.parse(
    (await ask('GET', pathOf('family:read', { familyId }), undefined, { as })).answer,
  );
  expect(facts.map(({ entry }) => entry.type)).toEqual(['course.open']);
});

test('a day whose answer was lost is entered once, and undoes nothing that was entered later', async () => {
  const { ask, as, familyId, openDiary, aDay } = await aFamily();
  const cookie = cookieFrom((await openDiary()).cookies);
  const [first, later] = [aDay({ minutes: 5 }), aDay({ minutes: 9 })];
  for (const day of [first, first, later, first]) {
    expect((await ask('POST', pathOf('diary:write'), day, { cookie })).status).toBe(200);
  }
  const { days } = Diary.parse((await ask('GET', pathOf('diary:read'), undefined, { cookie })).answer);
  expect(days.at(-1)?.minutes).toBe(9);
  const { facts } = FamilyRecord.parse(
    (await ask('GET', pathOf('family:read', { familyId }), undefined, { as })).answer,
  );
  expect(facts.filter(({ entry }) => entry.type === 'practice.log')).toHaveLength(2);
});

test('two caregivers who note their days at the same moment are both heard', async () => {
  const { ask, family, openDiary, aDay } = await aFamily();
  const theirs = await Promise.all(
    family.caregivers.map(async (one) => ({ one, cookie: cookieFrom((await openDiary(one)).cookies) })),
  );
  const answers = await Promise.all(
    theirs.map(({ one: { caregiverId }, cookie }) =>
      ask('POST', pathOf('diary:write'), aDay({ caregiverId }), { cookie }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test('one tap in a diary of ten years reads what is new in it, and asks once for all reports', async () => {
  const reportsOf = vi.fn(async () => []);
  const { familyLog, familyId, family, as, aSessionOf, ask, openDiary, aDay } = await aFamily({
    reports: { of: reportsOf },
  });
  for (let held = 0; held < 3; held += 1) await aSessionOf(as, { familyId });
  const cookie = cookieFrom((await openDiary()).cookies);
  const [nora] = family.caregivers;
  const by = { id: as.userId, name: 'Ida Berg' };
  const days = Array.from({ length: 3_650 }, (_, index) => addDays('2026-03-01', -index)).toReversed();
  const entries = days.map((on) => ({ caregiverId: nora!.caregiverId, on, minutes: 5, obstacle: null, praises: null }));
  const facts = entries.map((entry, index) => {
    return {
      seq: index + 2,
      at: NOW.toISOString(),
      by,
      entry: { type: 'practice.log', entryId: randomUUID(), ...entry },
    };
  });
  await familyLog.append(
    familyId,
    facts.map((fact) => FamilyFact.parse(fact)),
  );

  const read = vi.spyOn(familyLog, 'read');
  const rows: number[] = [];
  const tap = async (minutes: number) => {
    read.mockClear();
    reportsOf.mockClear();
    expect((await ask('POST', pathOf('diary:write'), aDay({ minutes }), { cookie })).status).toBe(200);
    rows.push((await Promise.all(read.mock.results.map(({ value }) => value as Promise<unknown[]>))).flat().length);
    return [read.mock.calls.length, reportsOf.mock.calls.length];
  };
  await tap(5);
  expect(await tap(6)).toEqual([1, 1]);
  expect(await tap(7)).toEqual([1, 1]);
  // The first request reads the whole record, from the opening of the course; each other reads what the previous tap
  // wrote: a day, and that it replaces one.
  expect(rows).toEqual([3_651, 1, 2]);
});

test('the diary closes when the course ends', async () => {
  const { ask, enter, openDiary } = await aFamily();
  const cookie = cookieFrom((await openDiary()).cookies);
  await enter({ type: 'course.drop', byCaregiver: ['practical'], byClinician: ['attendance'], note: '' });
  expect((await ask('GET', pathOf('diary:read'), undefined, { cookie })).status).toBe(410);
});
