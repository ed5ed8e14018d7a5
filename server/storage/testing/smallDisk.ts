import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { aDatabaseFile, aFolder } from './aDatabase.ts';
import type { Db } from '../db.ts';

/** A database on a disk that a test can fill up and empty again. */
export type SmallDisk = {
  readonly file: string;
  readonly fill: (db: Db) => Promise<void>;
  readonly empty: (db: Db) => Promise<void>;
};

/**
 * Every way to run out of space that this machine lets a test use: SQLite's own limit and, if it may mount, a real
 * small disk.
 */
export function diskFullCases(): readonly (readonly [string, () => SmallDisk])[] {
  return [
    ['a database at its limit', aLimitedDatabase],
    ...(mayMount() ? [['a file system', aSmallFileSystem] as const] : []),
  ];
}

function aLimitedDatabase(): SmallDisk {
  const mostPages = async (db: Db, count: number) => {
    await sql`pragma max_page_count = ${sql.raw(String(count))}`.execute(db);
  };
  // SQLite takes a limit below the used size as the used size.
  return { file: aDatabaseFile(), fill: (db) => mostPages(db, 1), empty: (db) => mostPages(db, 1_000_000) };
}

const MUCH = Buffer.alloc(65_536);

function aSmallFileSystem(): SmallDisk {
  const folder = aFolder();
  mount(folder, '8m');
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  const ballast = (size: number, count: number) => join(folder, `ballast-${size}-${count}`);
  const made: string[] = [];
  return {
    file: join(folder, 'earshot.sqlite'),
    async fill() {
      for (const size of [MUCH.length, 4_096]) {
        for (let isFull = false; !isFull;) {
          const file = ballast(size, made.length);
          made.push(file);
          isFull = !hasRoomFor(file, MUCH.subarray(0, size));
        }
      }
    },
    async empty() {
      for (const file of made.splice(0)) rmSync(file, { force: true });
    },
  };
}

function hasRoomFor(file: string, bytes: Buffer): boolean {
  try {
    writeFileSync(file, bytes);
    return true;
  } catch {
    // This is intended: there is no space left.
    return false;
  }
}

function mount(folder: string, size: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
}

/** Mounting is often forbidden in a container and for users other than root. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  const may = mount(folder, '1m') && spawnSync('umount', [folder]).status === 0;
  rmSync(folder, { recursive: true });
  return may;
}
