import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { DatedEntry } from '#server/audit/auditLog.ts';
import { DATED_READING } from '#server/audit/testing/aReading.ts';
import { aMailServer } from '#server/mail/testing/aMailServer.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';

/** More than two pages of the check. */
const ROWS = 4_100;

async function anAudit(count = ROWS) {
  const folder = aFolder();
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  onTestFinished(close);
  await migrate(db);
  const log = createSqlAuditLog(db);
  const add = (more: number) =>
    log.append(Array.from({ length: more }, (_, row) => ({ ...DATED_READING, familyId: `family ${row}` })));
  await add(count);

  async function typed(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const terminal = { env: { EARSHOT_DATA: folder, ...env }, print: say, complain: say };
    return { code: await runCommand(commands, ['audit', ...args], terminal), said: said.join('\n') };
  }

  /** What only somebody can do who has the whole database. */
  async function tamper(change: RawBuilder<unknown>) {
    for (const name of ['never_updated', 'never_deleted', 'only_appended']) {
      await sql`drop trigger if exists ${sql.ref(`audit_${name}`)}`.execute(db);
    }
    await change.execute(db);
  }

  async function witness() {
    const file = join(folder, 'witness.txt');
    writeFileSync(file, `Subject: Head of the audit\n\n${(await typed(['head'])).said}\n`);
    return file;
  }
  return { db, add, typed, tamper, witness };
}

test('[ADT3] an audit that nobody touched is whole, and so it is after more was added to what was kept', async () => {
  const { add, typed, witness } = await anAudit();
  expect(await typed(['verify'])).toMatchObject({ code: 0, said: expect.stringContaining('4100 rows') as string });
  const file = await witness();
  await add(3);
  expect(await typed(['verify', '--witness', file])).toMatchObject({
    code: 0,
    said: expect.stringContaining('contains every head') as string,
  });
});

test.for([
  ['changed', sql`update audit set actor_id = 'ada' where seq = 2500`, /Row 2500 of the audit was changed/],
  ['removed', sql`delete from audit where seq = 2500`, /Row 2500 of the audit is missing/],
  [
    'moved',
    sql`update audit set at = (select at from audit where seq = 7), family_id = (select family_id from audit where seq = 7) where seq = 8`,
    /Row 8 of the audit was changed, put in or moved/,
  ],
  ['given another type', sql`update audit set hash = 'none' where seq = 9`, /Row 9 of the audit was changed/],
] as const)('[ADT3] a row that was %s is found', async ([, change, words]) => {
  const { typed, tamper } = await anAudit();
  await tamper(change);
  const { code, said } = await typed(['verify']);
  expect(code).toBe(1);
  expect(said).toMatch(words);
});

test('[ADT3] rows that are missing at the end are found by a head that was kept', async () => {
  const { typed, tamper, witness } = await anAudit(10);
  const file = await witness();
  await tamper(sql`delete from audit where seq > 8`);
  expect(await typed(['verify'])).toMatchObject({
    code: 0,
    said: expect.stringContaining('only with --witness') as string,
  });
  const { code, said } = await typed(['verify', '--witness', file]);
  expect([code, said]).toEqual([1, 'Row 9 of the audit is missing. The 8 rows before it are as they were written.']);
});

test('[ADT3] an audit that was made again is found by a head that was kept', async () => {
  const { db, typed, tamper, witness } = await anAudit(10);
  const file = await witness();
  await tamper(sql`delete from audit where seq > 4`);
  await createSqlAuditLog(db).append(Array<DatedEntry>(10).fill({ ...DATED_READING, actorId: 'ada' }));
  expect((await typed(['verify'])).code).toBe(0);
  const { code, said } = await typed(['verify', '--witness', file]);
  expect([code, said]).toEqual([1, expect.stringMatching(/made again: row 10/)]);
});

test('[ADT3] the head can be mailed, and the mail is a witness', async () => {
  const { typed } = await anAudit(3);
  expect(await typed(['head', '--mail', 'board@clinic.example'])).toMatchObject({ code: 1 });
  const server = await aMailServer();
  const env = { SMTP_URL: server.url, MAIL_FROM: 'earshot@clinic.example' };
  expect(await typed(['head', '--mail', 'board@clinic.example'], env)).toMatchObject({ code: 0 });
  expect(JSON.stringify(server.received)).toMatch(/audit 3 [0-9a-f]{64}/);
});

test('the command says what it needs', async () => {
  const { typed } = await anAudit(0);
  expect(await typed([])).toMatchObject({ code: 2 });
  expect(await typed(['verify', '--mail', 'x@y.example'])).toMatchObject({ code: 2 });
  expect(await typed(['verify'], { EARSHOT_DATA: aFolder() })).toMatchObject({ code: 1 });
  const empty = join(aFolder(), 'nothing.txt');
  writeFileSync(empty, 'nothing');
  expect(await typed(['verify', '--witness', empty])).toMatchObject({ code: 1 });
  expect(await typed(['verify'])).toMatchObject({ code: 0 });
});
