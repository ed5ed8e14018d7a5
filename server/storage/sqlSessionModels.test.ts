import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '#shared/protocol/facts.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { type ComparedWindow, sessionModel } from '#shared/session/model/sessionModel.ts';
import { reviewedFacts } from '#shared/session/testing/aReviewedSession.ts';
import { rebuildModels } from './rebuildModels.ts';
import { placeOf } from './sealedColumns.ts';
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
  /** The rows of those who were compared in a session, opened. */
  async function comparedIn(sessionId: SessionId) {
    const key = await keys.ofSession(sessionId);
    const rows = await db.selectFrom('coder_comparisons').selectAll().where('session_id', '=', sessionId).execute();
    const opened = rows.map((row) => {
      const place = placeOf('coder_comparisons.compared', sessionId, row.comparison_id);
      const sealed = JSON.parse(key!.openText(place, row.compared)) as Pick<ComparedWindow, 'name' | 'of'>;
      return { ...sealed, coderId: row.coder_id, shownTo: row.shown_to.trim().split(' ') };
    });
    return byId(opened);
  }
  /** What the store says of a session, and what its log says. */
  async function both(sessionId: Awaited<ReturnType<typeof newSession>>) {
    const ids = [sessionId];
    const ask = async (of: typeof models) => ({
      found: await of.find(sessionId),
      phases: await of.phases(ids),
      reports: await of.listReports(ids),
    });
    const compared = sessionModel(sessionId, foldFacts(await log.read(sessionId))).closed?.compared ?? [];
    return {
      stored: asJson({ ...(await ask(models)), compared: await comparedIn(sessionId) }),
      derived: asJson({ ...(await ask(createMemorySessionModels(log))), compared: byId(compared) }),
    };
  }
  return { db, keys, log, newSession, models, both, comparedIn };
}

const byId = (compared: readonly ComparedWindow[] | readonly { of: ComparedWindow['of'] }[]) =>
  compared.toSorted((one, other) => one.of.id.localeCompare(other.of.id));

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
        await log.append(sessionId, piece, { after: tellsState ? foldFacts(written) : undefined });
        const { stored, derived } = await both(sessionId);
        expect(stored).toEqual(derived);
      }
    }),
    { numRuns: 10 },
  );
});

test('nothing of a model is left out: who was compared, and the report', async () => {
  const { log, newSession, models, comparedIn } = await someModels();
  const sessionId = await newSession();
  await log.append(sessionId, FACTS);
  expect((await models.find(sessionId))?.closed).toMatchObject({ openedBy: [expect.anything()] });
  expect(await comparedIn(sessionId)).not.toHaveLength(0);
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
