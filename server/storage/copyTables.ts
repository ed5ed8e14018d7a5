import { type Kysely, sql, type Transaction } from 'kysely';
import type { Db } from './db.ts';
import { engineOf } from './engineOf.ts';
import type { Tables } from './schema.ts';

/** How many rows are read and written at once. */
const PAGE = 500;

/**
 * The columns that tell the rows of a table apart, with tables in an order in which no row refers to one that comes later.
 * Null: nothing of it outlives a server.
 */
const KEYS: { readonly [T in keyof Tables]: readonly (string & keyof Tables[T])[] | null } = {
  auth_user: ['id'],
  auth_account: ['id'],
  auth_session: ['id'],
  account_links: ['secret_hash'],
  sign_in_policies: ['version'],
  authenticators: ['user_id'],
  recovery_codes: ['code_hash'],
  passkeys: ['credential_id'],
  clinic_settings: ['version'],
  clinic_programs: ['clinic_program_id', 'version'],
  teams: ['team_id'],
  team_people: ['team_id', 'user_id', 'part'],
  practice_openings: ['attempt_id'],
  practice_attempts: ['place'],
  families: ['family_id'],
  family_keys: ['family_id'],
  family_therapists: ['place'],
  caregivers: ['caregiver_id'],
  caregiver_passkeys: ['credential_id'],
  safety_sheets: ['family_id'],
  family_facts: ['family_id', 'seq'],
  course_overviews: ['family_id'],
  diary_links: ['secret_hash'],
  diary_browsers: ['credential_hash'],
  coaching_sessions: ['session_id'],
  join_links: ['secret_hash'],
  devices: ['device_id'],
  session_facts: ['session_id', 'seq'],
  session_models: ['session_id'],
  // Written again when a session wakes.
  session_fact_pages: null,
  session_states: null,
  coder_comparisons: ['session_id', 'comparison_id'],
  recordings: ['session_id'],
  erasures: ['place'],
  erased_sessions: ['session_id'],
  legal_holds: ['place'],
  retention_rules: ['place'],
  retention_announcements: ['place'],
  retention_keeps: ['place'],
  retention_runs: ['on_day'],
  audit: ['seq'],
  // Of servers that run now.
  nodes: null,
  session_leases: null,
  challenges: null,
  jobs: ['kind', 'key'],
  // The table is made with its one row.
  sealing: null,
  access_changes: null,
};

/** The tables whose rows are counted. PostgreSQL goes on from a number of its own. */
const COUNTED = Object.entries(KEYS).flatMap(([table, key]) => (key?.[0] === 'place' ? [table] : []));

type Anything = Record<string, Record<string, unknown>>;

/**
 * Copies every row into a database with the same tables and none of them filled, from SQLite or PostgreSQL into either.
 * Copies the state of one moment, while others write. Resolves to the number of rows. Nothing is copied if it fails.
 */
export async function copyTables(
  from: Db,
  to: Db,
  say: (table: string, rows: number) => void = () => undefined,
): Promise<number> {
  return from
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((source) =>
      to.transaction().execute(async (target) => {
        let copied = 0;
        for (const [table, key] of Object.entries(KEYS)) {
          if (key === null) continue;
          const rows = await copyTable(untyped(source), untyped(target), table, key);
          copied += rows;
          say(table, rows);
        }
        if (engineOf(to) === 'postgres') for (const table of COUNTED) await countFrom(target, table);
        return copied;
      }),
    );
}

/** The rows are copied as they are, whatever is in them. */
const untyped = (db: Transaction<Tables>) => db as unknown as Kysely<Anything>;

async function copyTable(from: Kysely<Anything>, to: Kysely<Anything>, table: string, key: readonly string[]) {
  let copied = 0;
  for (let page: Record<string, unknown>[] = []; ;) {
    const last = page.at(-1);
    page = await from
      .selectFrom(table)
      .selectAll()
      .$if(last !== undefined, (query) => query.where(isAfter(key, last ?? {})))
      .orderBy(sql.join(key.map((column) => sql.ref(column))))
      .limit(PAGE)
      .execute();
    if (page.length > 0) await to.insertInto(table).values(page).execute();
    copied += page.length;
    if (page.length < PAGE) return copied;
  }
}

function isAfter(key: readonly string[], last: Readonly<Record<string, unknown>>) {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  return sql<boolean>`(${columns}) > (${sql.join(key.map((column) => last[column]))})`;
}

async function countFrom(db: Transaction<Tables>, table: string): Promise<void> {
  await sql`
    select setval(pg_get_serial_sequence(${table}, 'place'), (select coalesce(max(place), 0) + 1 from ${sql.table(table)}), false)
  `.execute(db);
}
