import { expect, test } from 'vitest';
import { aDatabase } from './testing/aDatabase.ts';
import { keysOf } from './testing/keysOf.ts';
import { anAccount, aSession } from './testing/records.ts';
import { createSqlRecords } from './sqlRecords.ts';

/** Two families of Ida: Omar treats the second as well. Eve treats none. */
async function twoFamilies() {
  const db = await aDatabase();
  const records = createSqlRecords(db, keysOf(db));
  const [ida, omar] = [await anAccount(db, 'therapist', 'Ida'), await anAccount(db, 'therapist', 'Omar')];
  const eve = await anAccount(db, 'therapist', 'Eve');
  const [first, second] = [(await aSession(records, ida)).familyId, (await aSession(records, ida)).familyId];
  const how = { by: ida.userId, now: new Date('2026-03-02T09:00:00Z') };
  await records.handOver([second], { from: null, to: omar.userId }, how);
  return { records, ida: ida.userId, omar: omar.userId, eve: eve.userId, first, second, how };
}

test('[PER9] a hand-over tells which families were still on the caseload, and moves no other', async () => {
  const { records, ida, omar, eve, first, second, how } = await twoFamilies();
  expect(await records.handOver([first, second], { from: omar, to: eve }, how)).toEqual([second]);
  expect(new Set(await records.listCaseload(ida))).toEqual(new Set([first, second]));
  expect(await records.listCaseload(eve)).toEqual([second]);
});

test('[PER9] who joins those who treat families is told to have come only to those they did not treat', async () => {
  const { records, omar, first, second, how } = await twoFamilies();
  expect(await records.handOver([first, second], { from: null, to: omar }, how)).toEqual([first]);
  expect(new Set(await records.listCaseload(omar))).toEqual(new Set([first, second]));
});

test('[PER9] a cover tells which families it covers, without those that the colleague treats', async () => {
  const { records, ida, omar, first, second, how } = await twoFamilies();
  const cover = { from: ida, to: omar, until: '2026-03-04', ends: new Date('2026-03-05T00:00:00Z') };
  expect(await records.cover([first, second], cover, how)).toEqual([first]);
});
