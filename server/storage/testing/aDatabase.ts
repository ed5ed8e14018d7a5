import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { openDatabase, type Db } from '../openDatabase.ts';

/** A path for a database that is deleted after the test. */
export function aDatabaseFile(): string {
  return join(aFolder(), 'earshot.sqlite');
}

/** An empty folder that is deleted after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real database: the one in a file, or a new one with every table and no rows. */
export async function aDatabase(file = aDatabaseFile()): Promise<Db> {
  if (!existsSync(file)) copyFileSync(inject('migratedFile'), file);
  const { db, close } = openDatabase(file);
  onTestFinished(close);
  return db;
}
