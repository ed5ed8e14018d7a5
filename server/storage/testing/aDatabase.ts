import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { inject, onTestFinished } from 'vitest';
import type { Db } from '../db.ts';
import { isPostgres, openDatabase } from '../openDatabase.ts';
import { TEMPLATE } from './postgresSetup.ts';

/** A path for an SQLite database that is deleted after the test. */
export function aDatabaseFile(): string {
  return join(aFolder(), 'earshot.sqlite');
}

/** An empty folder that is deleted after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Where a new database with every table and no rows is, on the engine of the project. It is deleted after the test. If
 * it is a file, it is in this folder.
 */
export async function aDatabasePlace(folder = aFolder()): Promise<string> {
  const server = inject('postgres');
  return server === undefined ? copied(join(folder, 'earshot.sqlite')) : aCopy(server);
}

/** A real database: the one at a place, or a new one with every table and no rows. */
export async function aDatabase(place?: string): Promise<Db> {
  if (place !== undefined && !isPostgres(place) && !existsSync(place)) copied(place);
  const { db, close } = openDatabase(place ?? (await aDatabasePlace()));
  onTestFinished(close);
  return db;
}

function copied(file: string): string {
  copyFileSync(inject('migratedFile'), file);
  return file;
}

/** The address of a new PostgreSQL database without tables. It is deleted after the test. */
export function anEmptyPostgres(server: string): Promise<string> {
  return aCopy(server, 'template1');
}

async function aCopy(server: string, template = TEMPLATE): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, sql`create database ${sql.id(name)} template ${sql.id(template)}`);
  onTestFinished(() => onServer(server, sql`drop database if exists ${sql.id(name)} with (force)`));
  return `${server}/${name}`;
}

async function onServer(server: string, statement: ReturnType<typeof sql>): Promise<void> {
  const { db, close } = openDatabase(`${server}/postgres`);
  try {
    await statement.execute(db);
  } finally {
    await close();
  }
}
