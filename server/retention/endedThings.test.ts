import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { SessionId } from '#shared/protocol/ids.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { anAgingClinic } from '#server/http/testing/anAgingClinic.ts';
import { type EndedKind, REMOVED_AT_ONCE } from '#server/storage/endedRows.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const UNKNOWN = 'a secret that nobody was given';

async function aClinic() {
  const clinic = await anAgingClinic();
  const { db, records, ask, familyId, sessionId, noor } = clinic;
  const caregiverId = (await records.findFamily(familyId))!.caregivers[0]!.caregiverId;
  const count = async (kind: EndedKind) => (await db.selectFrom(kind).selectAll().execute()).length;
  return {
    ...clinic,
    count,
    owner: { familyId, caregiverId },
    /** A link for two hours of a day. */
    aLink: (day: string, of: SessionId = sessionId) =>
      records.makeLink({
        ...{ sessionId: of, kind: 'family', wearer: null, now: at(day) },
        expiresAt: new Date(at(day).getTime() + 7_200_000),
      }),
    join: (secret: string) => ask('POST', pathOf('device:join'), { secret }),
    openDiary: (secret: string) => ask('POST', pathOf('diary:open'), { secret }),
    linksOf: async (of: SessionId = sessionId) =>
      (await ask('GET', pathOf('session-links:list', { sessionId: of }), undefined, { as: noor })).answer,
  };
}

test('[RET8] staff see what a link became for 30 days after its device ended, then it is refused as an unknown one', async () => {
  const { aLink, join, linksOf, ask, nightOf, count } = await aClinic();
  const { secret } = await aLink('2026-03-02');
  await aLink('2026-03-01');
  const cookie = cookieFrom((await join(secret)).cookies);
  await nightOf('2026-04-01');
  expect(await linksOf()).toMatchObject([
    { state: 'used', usedBy: { kind: 'combined' } },
    { state: 'expired', usedBy: null },
  ]);
  await nightOf('2026-04-02');
  expect([await linksOf(), await count('join_links'), await count('devices')]).toEqual([[], 0, 0]);
  const refused = await join(secret);
  expect(refused).toMatchObject({ status: 410, answer: (await join(UNKNOWN)).answer });
  const read = (as: string) => ask('GET', pathOf('device:read'), undefined, { cookie: as });
  expect(await read(cookie)).toMatchObject({ status: 401, answer: (await read('earshot_device=guess')).answer });
});

test('[RET8] nothing of a session goes while it is planned or a device of it is in force', async () => {
  const { aLink, join, count, records, familyId, noor, nightOf, goTo } = await aClinic();
  const program = { program: 'pcit', programVersion: 'pcit-2011' };
  const planned = await records.makeSession({
    ...{ familyId, lead: noor.userId, madeBy: noor.userId, startsAt: at('2026-09-01'), ...program },
  });
  await aLink('2026-03-02', planned!.sessionId);
  const old = await aLink('2026-03-02');
  await join(old.secret);
  goTo('2026-06-01');
  await join((await aLink('2026-06-01')).secret);
  await nightOf('2026-06-02');
  expect([await count('join_links'), await count('devices')]).toEqual([3, 2]);
  await nightOf('2026-09-30');
  expect([await count('join_links'), await count('devices')]).toEqual([1, 0]);
  await nightOf('2026-10-01');
  expect(await count('join_links')).toBe(0);
});

test('[RET8] the link of a diary stays as long as withdrawing it would close a browser or a passkey', async () => {
  const { records, owner, openDiary, count, nightOf } = await aClinic();
  const { linkId, secret } = await records.makeDiaryLink(owner, at('2026-03-02'));
  const opened = await records.openDiary(secret, at('2026-03-02'));
  const passkey = { credentialId: 'one', publicKey: 'key', counter: 0, transports: [] };
  await records.addCaregiverPasskey(opened!.credential, passkey, at('2026-03-02'));
  await nightOf('2026-07-29');
  expect(await count('diary_browsers')).toBe(1);
  await nightOf('2026-07-30');
  expect([await count('diary_browsers'), await count('diary_links')]).toEqual([0, 1]);
  expect(await records.withdrawDiaryLink(owner.familyId, linkId, at('2026-07-30'))).toBe(true);
  expect(await records.listCaregiverPasskeys(owner)).toEqual([]);
  await nightOf('2026-08-28');
  expect(await count('diary_links')).toBe(1);
  await nightOf('2026-08-29');
  expect(await count('diary_links')).toBe(0);
  expect(await openDiary(secret)).toMatchObject({ status: 410, answer: (await openDiary(UNKNOWN)).answer });
});

test('[RET8] a diary that was closed, and a link that ran out, go 30 days later', async () => {
  const { records, owner, count, nightOf } = await aClinic();
  const opened = await records.openDiary(
    (await records.makeDiaryLink(owner, at('2026-03-02'))).secret,
    at('2026-03-02'),
  );
  await records.makeDiaryLink(owner, at('2026-03-02'));
  await records.closeDiary(opened!.credential, at('2026-03-10'));
  await nightOf('2026-04-08');
  expect([await count('diary_browsers'), await count('diary_links')]).toEqual([1, 2]);
  await nightOf('2026-04-09');
  expect([await count('diary_browsers'), await count('diary_links')]).toEqual([0, 1]);
  await nightOf('2026-04-15');
  expect(await count('diary_links')).toBe(0);
});

test('[RET8] while a legal hold is set, what ended of the family stays', async () => {
  const { aLink, join, records, owner, count, nightOf, familyId, sam } = await aClinic();
  await join((await aLink('2026-03-02')).secret);
  await records.openDiary((await records.makeDiaryLink(owner, at('2026-03-02'))).secret, at('2026-03-02'));
  await records.setHold(familyId, { reason: 'court', by: sam.userId, now: at('2026-03-03') });
  const counts = () => Promise.all((['join_links', 'devices', 'diary_browsers', 'diary_links'] as const).map(count));
  await nightOf('2026-12-01');
  expect(await counts()).toEqual([1, 1, 1, 1]);
  await records.liftHold(familyId, { reason: 'settled', by: sam.userId, now: at('2026-12-02') });
  await nightOf('2026-12-03');
  expect(await counts()).toEqual([0, 0, 0, 0]);
});

test('[RET8] a password link goes 30 days after it ran out, and somebody who was invited stays invited', async () => {
  const { records, count, nightOf, noor } = await aClinic();
  const invited = await records.invitePerson(
    { name: 'Ida Berg', email: 'ida@clinic.example', role: 'therapist' },
    at('2026-03-02'),
  );
  await records.replaceAccountLinks(noor.userId, at('2026-03-02'));
  await nightOf('2026-04-01');
  expect(await count('account_links')).toBe(2);
  await nightOf('2026-04-02');
  expect(await count('account_links')).toBe(1);
  await nightOf('2028-04-02');
  expect(await records.findAccount(invited!.userId)).toMatchObject({ standing: 'invited' });
});

test('[RET8] many go in small steps', async () => {
  const { aLink, records, count, nightOf } = await aClinic();
  for (let made = 0; made < REMOVED_AT_ONCE * 2 + 5; made += 1) await aLink('2026-03-02');
  expect(await records.removeEnded('join_links', at('2026-04-02'))).toBe(true);
  expect(await count('join_links')).toBe(REMOVED_AT_ONCE + 5);
  await nightOf('2026-05-01');
  expect(await count('join_links')).toBe(0);
});

test('[RET8] a kind that cannot be removed is reported, and the others are removed and the rules kept all the same', async () => {
  const { aLink, join, records, db, owner, count, decide, nightOf, announced, faults } = await aClinic();
  await join((await aLink('2026-03-02')).secret);
  await records.makeDiaryLink(owner, at('2026-03-02'));
  await sql`create table needs_devices (device_id text references devices (device_id))`.execute(db);
  await sql`insert into needs_devices select device_id from devices`.execute(db);
  await decide({ recording: '3-months' });
  await nightOf('2026-06-01');
  expect(faults.map(String)).toEqual([expect.stringMatching(/foreign key constraint/iu)]);
  expect([await count('join_links'), await count('devices'), await count('diary_links')]).toEqual([0, 1, 0]);
  expect(await announced()).toHaveLength(1);
});
