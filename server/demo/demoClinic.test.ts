import { expect, test } from 'vitest';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { runFacts } from '#shared/session/testing/aSession.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { anAuth } from '#server/auth/testing/anAuth.ts';
import { reportSession } from '#shared/session/sessionReport.ts';
import { aFileStore } from '#server/recording/store/testing/aFileStore.ts';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlFamilyLog } from '#server/storage/sqlFamilyLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { clinicDay, clinicMinute } from '#shared/domain/clinicDay.ts';
import { daysBetween, mondayOf } from '#shared/domain/course/days.ts';
import { comparePair, reliabilityOf } from '#shared/session/review/reliabilityOf.ts';
import { findDemoStaff, loadDemoClinic } from './demoClinic.ts';
import { openDemo } from './openDemo.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const DAY_MS = 24 * 3_600_000;

async function aDemo() {
  const db = await aDatabase();
  const [records, auth, factLog] = [createSqlRecords(db, keysOf(db)), anAuth(db), createSqlFactLog(db, keysOf(db))];
  const recordings = await aFileStore(db);
  await loadDemoClinic({
    records,
    auth,
    factLog,
    familyLog: createSqlFamilyLog(db, keysOf(db)),
    recordings,
    now: NOW,
    serverTimeZone: 'UTC',
  });
  const phaseOf = async (sessionId: SessionId) => foldFacts(await factLog.read(sessionId)).phase;
  const staff = (await findDemoStaff(records))!;
  return {
    records,
    factLog,
    recordings,
    staff,
    open: (now = NOW) => openDemo(staff, { records, phaseOf, now, timeZone: 'UTC' }),
  };
}

test('an empty clinic is not the demo', async () => {
  const db = await aDatabase();
  expect(await findDemoStaff(createSqlRecords(db, keysOf(db)))).toBeUndefined();
});

test('the demo has staff of every role, and families in every program', async () => {
  const { records } = await aDemo();
  expect((await records.listAccounts()).map(({ role }) => role).toSorted()).toEqual([
    'admin',
    'supervisor',
    'supervisor',
    'therapist',
    'therapist',
    'therapist',
  ]);
  const families = await records.listFamilies();
  expect(new Set(families.map(({ program }) => program)).size).toBe(5);
  expect(families.map(({ caregivers }) => caregivers.length).toSorted()).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2]);
});

test('[PER9] the demo’s therapist and supervisor see the families of their own team, and the admin none', async () => {
  const { records, staff } = await aDemo();
  const seen = async (person: Account) =>
    (await records.listFamilies({ person, today: '2026-03-02' })).map(({ name }) => name);
  const own = ['Abara', 'Brandt', 'Castell', 'Farrow', 'Lindqvist', 'Oyelaran', 'Solberg'];
  expect(await seen(staff.therapist)).toEqual(own);
  expect(await seen(staff.supervisor)).toEqual([...own, 'Hargreave'].toSorted());
  expect(await seen(staff.admin)).toEqual([]);
  expect((await records.listTeams()).teams.map(({ name }) => name)).toEqual(['Harbor Street', 'South Pier']);
});

test('the session machine accepts every past session', async () => {
  const { records, factLog } = await aDemo();
  const sessions = await records.listSessions();
  expect(sessions).toHaveLength(11);
  for (const { sessionId } of sessions) {
    const facts = await factLog.read(sessionId);
    expect(runFacts(facts).context.session.phase).toBe('closed');
    expect(facts.map(({ at }) => at)).toEqual(facts.map(({ at }) => at).toSorted((a, b) => a - b));
  }
});

test('over the weeks the first family comes close to mastery', async () => {
  const { records, factLog } = await aDemo();
  const sessions = (await records.listSessions()).filter(({ familyName }) => familyName === 'Solberg').toReversed();
  const reports = await Promise.all(
    sessions.map(async ({ sessionId }) => reportSession(sessionId, foldFacts(await factLog.read(sessionId)), PCIT, 0)),
  );
  const windows = reports.flatMap((report) => report.windows);
  expect(windows.map(({ counts }) => counts['LP'])).toEqual([1, 3, 7, 11]);
  expect(windows.every(({ assessable, codedMs }) => assessable && codedMs === 300_000)).toBe(true);
  const last = windows.at(-1);
  expect(last?.criteria.filter(({ result }) => result.is !== 'met')).toMatchObject([
    { label: 'Reflections', result: { is: 'not met', missing: 1 } },
  ]);
});

test('every session was on a weekday in working hours, and so is today’s, whatever the hour', async () => {
  const { records, open } = await aDemo();
  await open(new Date('2026-03-02T23:40:00Z'));
  for (const { startsAt } of await records.listSessions()) {
    const day = clinicDay(startsAt, 'UTC');
    expect(daysBetween(mondayOf(day), day)).toBeLessThan(5);
    const minute = clinicMinute(startsAt, 'UTC');
    expect(minute >= `${day}T08:00` && minute <= `${day}T17:00`).toBe(true);
  }
});

test('the supervisor coded five windows too, one of them from its recording, and the two agree better each week', async () => {
  const { records, factLog, recordings } = await aDemo();
  const found = await Promise.all(
    (await records.listSessions()).toReversed().map(async ({ sessionId, familyName }) => {
      const state = foldFacts(await factLog.read(sessionId));
      const pairs = reliabilityOf(state, PCIT);
      return { familyName, state, pairs, parts: await recordings.list(sessionId) };
    }),
  );
  const compared = found.filter(({ pairs }) => pairs.length > 0);
  expect(compared.flatMap(({ pairs }) => pairs.map(({ medium, independent }) => ({ medium, independent })))).toEqual([
    ...Array.from({ length: 3 }, () => ({ medium: 'live', independent: true })),
    { medium: 'live', independent: true },
    { medium: 'live and recorded', independent: true },
  ]);
  const kappas = compared
    .filter(({ familyName }) => familyName === 'Solberg')
    .flatMap(({ pairs }) => pairs.map((pair) => comparePair(pair, PCIT).kappaWithNil.kappa));
  expect(kappas).toEqual(kappas.toSorted());
  expect(found.filter(({ state }) => state.review.signedOff === undefined).map(({ familyName }) => familyName)).toEqual(
    ['Oyelaran', 'Brandt', 'Oyelaran'],
  );
  const [part, ...others] = found.flatMap(({ parts }) => parts);
  expect(part).toMatchObject({ complete: true, tracks: ['room-video', 'room-audio'] });
  expect(others).toEqual([]);
});

test('the demo opens for the therapist, the supervisor, the admin and a parent, and for no other secret', async () => {
  const { records, staff, open } = await aDemo();
  const { secrets, findUser } = await open();
  expect(findUser(secrets.therapist)).toBe(staff.therapist.userId);
  expect(findUser(secrets.supervisor)).toBe(staff.supervisor.userId);
  expect(findUser(secrets.admin)).toBe(staff.admin.userId);
  expect(findUser(secrets.parent)).toBeUndefined();
  expect((await records.redeemLink(secrets.parent, NOW))?.device.kind).toBe('combined');
});

test('after a restart on the same day a fresh link leads to the same session', async () => {
  const { records, open } = await aDemo();
  const [first, second] = [await open(), await open(new Date(NOW.getTime() + 60_000))];
  expect(second.secrets.parent).not.toBe(first.secrets.parent);
  const [before, after] = [
    await records.redeemLink(first.secrets.parent, NOW),
    await records.redeemLink(second.secrets.parent, NOW),
  ];
  expect(after?.device.sessionId).toBe(before?.device.sessionId);
});

test('on another day, or when today’s session is over, there is a new session', async () => {
  const { records, factLog, open } = await aDemo();
  const sessionOf = async (demo: Awaited<ReturnType<typeof open>>, now: Date) =>
    (await records.redeemLink(demo.secrets.parent, now))!.device.sessionId;
  const today = await sessionOf(await open(), NOW);

  const [past] = (await records.listSessions()).slice(-1);
  const log = await factLog.read(past!.sessionId);
  await factLog.append(today, log);
  const again = await sessionOf(await open(), NOW);
  expect(again).not.toBe(today);

  const tomorrow = new Date(NOW.getTime() + DAY_MS);
  expect(await sessionOf(await open(tomorrow), tomorrow)).not.toBe(again);
});
