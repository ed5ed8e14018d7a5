import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keepPrepared } from './keepPrepared.ts';

test('a statement is prepared once and sees what others changed meanwhile', () => {
  const { sqlite, prepares } = aDatabase();
  const count = () => prepares.prepare('select count(*) as n from codes').all([]);
  expect(count()).toEqual([{ n: 0 }]);
  const prepared = vi.spyOn(sqlite, 'prepare');
  sqlite.exec("insert into codes values ('LP')");
  expect(count()).toEqual([{ n: 1 }]);
  expect(prepared).not.toHaveBeenCalled();
});

test('a statement from before the tables changed answers with the new columns', () => {
  const { sqlite, prepares } = aDatabase();
  sqlite.exec("insert into codes values ('LP')");
  const read = () => prepares.prepare('select * from codes').all([]);
  expect(read()).toEqual([{ code: 'LP' }]);
  sqlite.exec('alter table codes add column heard_at integer default 7');
  expect(read()).toEqual([{ code: 'LP', heard_at: 7 }]);
});

test('a statement that was refused works the next time', () => {
  const { sqlite, prepares } = aDatabase();
  const write = () => prepares.prepare('insert into codes values (?)').run(['LP']);
  sqlite.exec('create unique index one on codes (code)');
  write();
  expect(write).toThrow(/UNIQUE/);
  sqlite.exec('delete from codes');
  expect(write().changes).toBe(1);
});

test('a pragma sets its value each time', () => {
  const { sqlite, prepares } = aDatabase();
  const set = (ms: number) => prepares.prepare(`pragma busy_timeout = ${ms}`).all([]);
  for (const ms of [0, 5_000, 0, 5_000, 0]) {
    set(ms);
    expect(sqlite.pragma('busy_timeout', { simple: true })).toBe(ms);
  }
});

test('statements that were not used for long are let go', () => {
  const { sqlite, prepares } = aDatabase();
  prepares.prepare('select 1 as one');
  for (let index = 0; index < 600; index += 1) prepares.prepare(`select ${index} as other`);
  const prepared = vi.spyOn(sqlite, 'prepare');
  prepares.prepare('select 599 as other');
  expect(prepared).not.toHaveBeenCalled();
  prepares.prepare('select 1 as one');
  expect(prepared).toHaveBeenCalledOnce();
});

function aDatabase() {
  const sqlite = new SqliteDatabase(':memory:');
  sqlite.exec('create table codes (code text)');
  onTestFinished(() => void sqlite.close());
  return { sqlite, prepares: keepPrepared(sqlite) };
}
