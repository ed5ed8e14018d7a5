import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../openDatabase.ts';

declare module 'vitest' {
  // A declaration can be extended only as an interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    /** The path of a database with every table and no rows. Each test gets a copy. */
    readonly migratedFile: string;
  }
}

/** Makes the tables once for all tests: to make them takes longer than most tests. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-migrated-'));
  const file = join(folder, 'earshot.sqlite');
  const { db, close } = openDatabase(file);
  await migrate(db);
  await close();
  provide('migratedFile', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
