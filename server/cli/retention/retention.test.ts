import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { sqlRetentionRecords } from '#server/storage/sqlRetentionRecords.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';

test('[RET3] it prints by day how much will be erased, and names nobody', async () => {
  const folder = aFolder();
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  onTestFinished(close);
  await migrate(db);
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const type = (...more: string[]) =>
    runCommand(commands, ['retention', ...more], { env: { EARSHOT_DATA: folder }, print: say, complain: say });
  expect(await type()).toBe(0);
  expect(said.join(' ')).toContain('Nothing is announced');
  const recording = (erasesOn: string) => {
    return { familyId: FamilyId.parse(randomUUID()), sessionId: SessionId.parse(randomUUID()), erasesOn };
  };
  const things = [recording('2026-04-19'), recording('2026-04-19'), { ...recording('2026-04-20'), sessionId: null }];
  await sqlRetentionRecords(db, keysOf(db)).announce(things, '2026-03-20');
  said.length = 0;
  expect(await type()).toBe(0);
  expect(said).toEqual(['2026-04-19  2 recordings, 0 whole records', '2026-04-20  0 recordings, 1 whole record']);
  expect(await type('now')).toBe(2);
});
