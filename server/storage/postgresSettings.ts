import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Without these, PostgreSQL acknowledges what a power cut takes back. */
const MUST_BE_ON = ['fsync', 'full_page_writes', 'synchronous_commit'];

/** The settings by which this database may lose what it acknowledged. */
export async function unsafeSettings(db: Db): Promise<readonly string[]> {
  const settings = await Promise.all(MUST_BE_ON.map(async (name) => ({ name, value: await settingOf(db, name) })));
  return settings.flatMap(({ name, value }) => (value === 'off' ? [name] : []));
}

export async function settingOf(db: Db, name: string): Promise<string> {
  const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db);
  return rows[0]?.value ?? '';
}
