import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { aDatabase, aDatabasePlace, aFolder } from '#server/storage/testing/aDatabase.ts';
import { filesContaining } from '#server/storage/testing/filesContaining.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { finishErasures } from './erasureDesk.ts';
import { aFullFamily, NOW, openStores, rowsAbout } from './testing/aFullFamily.ts';

/** A data folder with two families; the erasure of the first was asked for. */
async function aDataFolder() {
  const folder = aFolder();
  const place = await aDatabasePlace(folder);
  const db = await aDatabase(place);
  const stores = await openStores(folder, db);
  const [erased, kept] = [await aFullFamily(db, stores, 'marzipan'), await aFullFamily(db, stores, 'quince')];
  const asked = { reason: 'family-asked', by: erased.lead, now: NOW } as const;
  expect(await stores.records.askErasure(erased.familyId, asked)).toBe(true);
  return { folder, place, db, stores, erased, kept };
}

type Folder = Awaited<ReturnType<typeof aDataFolder>>;

/** The values of a family that are still in a file. */
function leftOf({ folder }: Folder, stored: readonly Buffer[]): readonly Buffer[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const contents = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  return stored.filter((bytes) => contents.some((content) => content.includes(bytes)));
}

async function expectNothingLeft(clinic: Folder) {
  const { folder, db, erased, kept } = clinic;
  expect(leftOf(clinic, erased.stored)).toEqual([]);
  expect(filesContaining(folder, 'marzipan')).toEqual([]);
  expect(filesContaining(join(folder, 'recordings'), 'earshot-part-1')).toHaveLength(1);
  expect(await rowsAbout(db, erased.familyId, erased.sessionId)).toEqual({
    audit: 1,
    erased_sessions: 1,
    erasures: 1,
  });
  const records = createSqlRecords(db, keysIn(folder, db));
  expect((await records.listFamilies()).map(({ familyId }) => familyId)).toEqual([kept.familyId]);
  expect((await records.listSessions()).map(({ sessionId }) => sessionId)).toEqual([kept.sessionId]);
}

const by = ({ erased }: Folder) => ({ actor: 'admin', id: erased.lead }) as const;

// The files of PostgreSQL are not in the data folder.
test.skipIf(inject('postgres') !== undefined)(
  '[ERA3] after an erasure no file of the data folder contains anything of the family, encrypted or not',
  async () => {
    const clinic = await aDataFolder();
    const { stores, erased, kept } = clinic;
    expect(leftOf(clinic, erased.stored).length).toBeGreaterThan(450);
    const begun = await stores.eraser.begin(erased.familyId, { by: by(clinic), now: NOW });
    // From here on nothing can be read, whatever happens next.
    expect(await stores.records.findFamily(erased.familyId)).toBeUndefined();
    expect(await stores.log.read(erased.sessionId)).toEqual([]);
    expect(await stores.familyLog.read(erased.familyId)).toEqual([]);
    expect(begun).toEqual({ familyId: erased.familyId, sessions: [erased.sessionId] });
    await finishErasures({ ...stores, now: NOW });
    await expectNothingLeft(clinic);
    expect(leftOf(clinic, kept.stored)).toHaveLength(kept.stored.length);
    expect(await stores.log.read(kept.sessionId)).toHaveLength(451);
  },
);

test('[ERA3] what stays of an erased family is counts and who decided, and the audit row is written with the key', async () => {
  const clinic = await aDataFolder();
  const { db, stores, erased } = clinic;
  await stores.eraser.begin(erased.familyId, { by: by(clinic), now: NOW });
  const rows = await db.selectFrom('audit').select(['what', 'actor', 'actor_id', 'family_id']).execute();
  expect(rows).toEqual([{ what: 'family.erased', actor: 'admin', actor_id: erased.lead, family_id: erased.familyId }]);
  expect(await stores.records.listErasures({ show: 'requested' })).toMatchObject({
    lines: [{ familyName: null, finishedAt: null, begunAt: NOW.toISOString() }],
  });
  await stores.eraser.finish(erased.familyId, NOW);
  const [line] = (await stores.records.listErasures({ show: 'erased' })).lines;
  expect(line).toMatchObject({
    familyName: null,
    reason: 'family-asked',
    counts: { sessions: 1, facts: 451, entries: 2, recordings: 1 },
    finishedAt: NOW.toISOString(),
  });
  expect((await createSqlAuditLog(db).head()).seq).toBe(1);
});

test.for(['key', 'recordings', 'rows', 'end'])(
  '[ERA3] an erasure that is killed at its %s is finished at the next start',
  { timeout: 60_000 },
  async (dieAt) => {
    const clinic = await aDataFolder();
    const { folder, place, db, erased } = clinic;
    const script = join(import.meta.dirname, 'testing/killedErasure.ts');
    const run = spawnSync(process.execPath, [script, folder, place, erased.familyId, erased.lead, dieAt]);
    expect([run.signal, run.stderr.toString()]).toEqual(['SIGKILL', '']);
    const next = await openStores(folder, db);
    expect(await next.records.findFamily(erased.familyId)).toBeUndefined();
    expect(await finishErasures({ ...next, now: NOW })).toBe(dieAt === 'end' ? 0 : 1);
    await expectNothingLeft(clinic);
  },
);

test('[ERA5] who is reading a recording of the family reads no further', async () => {
  const clinic = await aDataFolder();
  const { stores, erased } = clinic;
  const [listed] = await stores.recordings.list(erased.sessionId);
  const take = (await stores.recordings.open(erased.sessionId, listed!.partId))!;
  const reading = take.read(0, take.size)[Symbol.asyncIterator]();
  expect((await reading.next()).done).toBe(false);
  await stores.eraser.begin(erased.familyId, { by: by(clinic), now: NOW });
  await finishErasures({ ...stores, now: NOW });
  await expect(reading.next()).rejects.toThrow();
  expect(await stores.recordings.list(erased.sessionId)).toEqual([]);
});

test('[ERA1] without a request nothing is erased, and a withdrawn request counts as none', async () => {
  const clinic = await aDataFolder();
  const { stores, erased, kept } = clinic;
  expect(await stores.eraser.begin(kept.familyId, { by: by(clinic), now: NOW })).toBeUndefined();
  expect(await stores.records.withdrawErasure(erased.familyId)).toBe(true);
  expect(await stores.eraser.begin(erased.familyId, { by: by(clinic), now: NOW })).toBeUndefined();
  expect(await stores.records.findFamily(erased.familyId)).toBeDefined();
  expect(await stores.log.read(erased.sessionId)).toHaveLength(451);
});

test('[ERA4] a legal hold that is set in the last moment keeps the key', async () => {
  const clinic = await aDataFolder();
  const { stores, erased } = clinic;
  await stores.records.setHold(erased.familyId, { reason: 'court', by: erased.lead, now: NOW });
  expect(await stores.eraser.begin(erased.familyId, { by: by(clinic), now: NOW })).toBeUndefined();
  expect(await stores.records.findFamily(erased.familyId)).toBeDefined();
  await stores.records.liftHold(erased.familyId, { reason: 'settled', by: erased.lead, now: NOW });
  expect(await stores.eraser.begin(erased.familyId, { by: by(clinic), now: NOW })).toBeDefined();
});
