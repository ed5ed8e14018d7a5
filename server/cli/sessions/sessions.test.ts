import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { aDatabase, aFolder } from '#server/storage/testing/aDatabase.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';

async function aTerminal() {
  const folder = aFolder();
  const db = await aDatabase(join(folder, 'earshot.sqlite'));
  const records = createSqlRecords(db, keysOf(db));
  const lead = await anAccount(db);
  const plan = async (startsAt: string) =>
    (await aSession(records, lead, { startsAt: new Date(startsAt), name: 'Lark family' })).sessionId;
  const type = async (...args: string[]) => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const terminal = { env: { EARSHOT_DATA: folder, TZ: 'UTC' }, print: say, complain: say };
    return { code: await runCommand(commands, ['sessions', ...args], terminal), said };
  };
  return { plan, type };
}

test('the latest sessions come first, each with what a command needs to find it, and without names', async () => {
  const { plan, type } = await aTerminal();
  expect(await type()).toEqual({ code: 0, said: ['No session is planned yet.'] });
  const early = await plan('2026-03-02T09:00:00Z');
  const late = await plan('2026-03-09T09:00:00Z');
  const { code, said } = await type();
  expect(code).toBe(0);
  expect(said.map((line) => line.split(/\s+/u).at(-1))).toEqual([late, early]);
  expect(said[0]).toMatch(/^2026-03-09\D.* preparing +pcit /u);
  expect(said.join(' ')).not.toContain('Lark');
});

test('with --last there are as many as somebody asks for', async () => {
  const { plan, type } = await aTerminal();
  await plan('2026-03-02T09:00:00Z');
  await plan('2026-03-09T09:00:00Z');
  expect((await type('--last', '1')).said).toHaveLength(1);
  for (const wrong of ['0', '-1', 'many', '1.5']) expect((await type(`--last=${wrong}`)).code).toBe(2);
});
