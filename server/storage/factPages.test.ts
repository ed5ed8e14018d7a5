import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aLongSession } from '#shared/session/testing/aLongSession.ts';
import { reviewedFacts } from '#shared/session/testing/aReviewedSession.ts';
import { PAGE_FACTS, PAGE_VERSION } from './factPages.ts';
import { createSqlFactLog } from './sqlFactLog.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { aDatabase } from './testing/aDatabase.ts';
import { keysOf } from './testing/keysOf.ts';
import { anAccount, aSession } from './testing/records.ts';

const FACTS = aLongSession(2_400);
const PAGES = Math.floor(FACTS.length / PAGE_FACTS);

/** A long log, written as it came. */
async function aLongLog() {
  const db = await aDatabase();
  const keys = keysOf(db);
  const { sessionId } = await aSession(createSqlRecords(db, keys), await anAccount(db));
  const log = createSqlFactLog(db, keys);
  const state = foldFacts(FACTS);
  for (let at = 0; at < FACTS.length; at += 500)
    await log.append(sessionId, FACTS.slice(at, at + 500), { after: state });
  const keep = (upTo: number) => log.keepState(sessionId, FACTS.slice(0, upTo), foldFacts(FACTS.slice(0, upTo)));
  const pages = () => db.selectFrom('session_fact_pages').select('from_seq').orderBy('from_seq').execute();
  return { db, log, sessionId, keep, pages };
}

test('a log reads the same with and without pages, however many of its facts are on them', async () => {
  const { log, sessionId, keep, pages } = await aLongLog();
  expect(await log.read(sessionId)).toEqual(FACTS);
  for (const upTo of [PAGE_FACTS - 1, PAGE_FACTS, PAGE_FACTS + 7, FACTS.length]) {
    await keep(upTo);
    expect(await pages()).toHaveLength(Math.floor(upTo / PAGE_FACTS));
    expect(await log.read(sessionId)).toEqual(FACTS);
    expect(await log.read(sessionId, 3)).toEqual(FACTS.slice(3));
  }
});

test('a session that wakes from a kept state is in the state of its whole log', async () => {
  const { log, sessionId, keep } = await aLongLog();
  expect(await log.state(sessionId)).toBeUndefined();
  for (const upTo of [1, 1_500, FACTS.length]) {
    await keep(upTo);
    const kept = await log.state(sessionId);
    expect(kept?.seq).toBe(upTo);
    expect(foldFacts(FACTS.slice(upTo), kept)).toEqual(foldFacts(FACTS));
  }
});

test('the pages that are there spare their rows: only what follows is read from those', async () => {
  const { db, log, sessionId, keep } = await aLongLog();
  await keep(FACTS.length);
  await db
    .deleteFrom('session_facts')
    .where('seq', '<=', PAGES * PAGE_FACTS)
    .execute();
  expect(await log.read(sessionId)).toEqual(FACTS);
});

test('a page that is missing, or of another version, is not used, and is written again', async () => {
  const { db, log, sessionId, keep, pages } = await aLongLog();
  await keep(FACTS.length);
  await db.deleteFrom('session_fact_pages').where('from_seq', '=', 1).execute();
  expect(await log.read(sessionId)).toEqual(FACTS);
  await db
    .updateTable('session_fact_pages')
    .set({ version: PAGE_VERSION - 1, facts: Buffer.of() })
    .execute();
  await db
    .updateTable('session_states')
    .set({ version: PAGE_VERSION - 1 })
    .execute();
  expect([await log.read(sessionId), await log.state(sessionId)]).toEqual([FACTS, undefined]);
  await keep(FACTS.length);
  expect(await pages()).toHaveLength(PAGES);
  expect((await log.state(sessionId))?.seq).toBe(FACTS.length);
});

test('two nodes may keep the same pages at once', async () => {
  const { log, sessionId, keep } = await aLongLog();
  await Promise.all([keep(FACTS.length), keep(FACTS.length)]);
  expect(await log.read(sessionId)).toEqual(FACTS);
});

test('facts and their fold are those of this version: if this fails, raise PAGE_VERSION', () => {
  const states = [FACTS, reviewedFacts()].map((facts) => JSON.stringify([facts, foldFacts(facts)]));
  const hash = createHash('sha256').update(states.join('\n')).digest('hex').slice(0, 16);
  expect([PAGE_VERSION, hash]).toMatchInlineSnapshot(`
    [
      1,
      "654ff591b2967925",
    ]
  `);
});
