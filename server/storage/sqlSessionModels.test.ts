import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '#shared/protocol/facts.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { reviewedFacts } from '#shared/session/testing/aReviewedSession.ts';
import { rebuildModels } from './rebuildModels.ts';
import { createSqlFactLog } from './sqlFactLog.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { createSqlSessionModels } from './sqlSessionModels.ts';
import { aDatabase } from './testing/aDatabase.ts';
import { keysOf } from './testing/keysOf.ts';
import { createMemorySessionModels } from './testing/memorySessionModels.ts';
import { anAccount, aSession } from './testing/records.ts';

const FACTS = reviewedFacts();

async function someModels() {
  const db = await aDatabase();
  const keys = keysOf(db);
  const [records, log] = [createSqlRecords(db, keys), createSqlFactLog(db, keys)];
  const lead = await anAccount(db);
  const newSession = async () => (await aSession(records, lead)).sessionId;
  const models = createSqlSessionModels(db, keys);
  /** What the store says of a session, and what its log says. */
  async function both(sessionId: Awaited<ReturnType<typeof newSession>>) {
    const ids = [sessionId];
    const ask = async (of: typeof models) => ({
      found: await of.find(sessionId),
      phases: await of.phases(ids),
      compared: await of.listCompared(ids),
      reports: await of.listReports(ids),
    });
    const derived = asJson(await ask(createMemorySessionModels(log)));
    return { stored: asJson(await ask(models)), derived };
  }
  return { db, keys, log, newSession, models, both };
}

const asJson = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (_key, one: unknown) => (one instanceof Map ? [...one] : one)));

/** A log in pieces that end at these places. */
function inPieces(facts: readonly Fact[], ends: readonly number[]): readonly (readonly Fact[])[] {
  const places = [0, ...ends.toSorted((one, other) => one - other), facts.length];
  return places.slice(1).map((to, index) => facts.slice(places[index], to));
}

test('the stored model of a session is what its log says, after every piece in which that is written', async () => {
  const { log, newSession, both } = await someModels();
  const ends = fc.array(fc.nat(FACTS.length), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(ends, fc.boolean(), async (places, tellsState) => {
      const sessionId = await newSession();
      let written: readonly Fact[] = [];
      for (const piece of inPieces(FACTS, places)) {
        written = [...written, ...piece];
        await log.append(sessionId, piece, undefined, tellsState ? foldFacts(written) : undefined);
        const { stored, derived } = await both(sessionId);
        expect(stored).toEqual(derived);
      }
    }),
    { numRuns: 10 },
  );
});

test('nothing of a model is left out: who was compared, and the report', async () => {
  const { log, newSession, models } = await someModels();
  const sessionId = await newSession();
  await log.append(sessionId, FACTS);
  expect((await models.find(sessionId))?.closed).toMatchObject({ openedBy: [expect.anything()] });
  expect((await models.listCompared([sessionId])).get(sessionId)?.length).toBeGreaterThan(0);
  expect((await models.listReports([sessionId])).get(sessionId)?.windows.length).toBeGreaterThan(0);
});

test('models that are missing, or of another version, are derived anew; the others only if all are asked for', async () => {
  const { db, keys, log, newSession, both } = await someModels();
  const [missing, outdated, good, planned] = [
    await newSession(),
    await newSession(),
    await newSession(),
    await newSession(),
  ];
  for (const sessionId of [missing, outdated, good]) await log.append(sessionId, FACTS);
  await db.deleteFrom('session_models').where('session_id', '=', missing).execute();
  await db
    .updateTable('session_models')
    .set({ version: 0, phase: 'waiting' })
    .where('session_id', '=', outdated)
    .execute();
  expect(await rebuildModels(db, keys, 'outdated')).toBe(2);
  expect(await rebuildModels(db, keys, 'outdated')).toBe(0);
  expect(await rebuildModels(db, keys, 'all')).toBe(3);
  for (const sessionId of [missing, outdated, good, planned]) {
    const { stored, derived } = await both(sessionId);
    expect(stored).toEqual(derived);
  }
});
