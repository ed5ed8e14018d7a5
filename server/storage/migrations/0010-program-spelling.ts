import type { Kysely } from 'kysely';

type Before = {
  session_facts: { session_id: string; seq: number; fact: string };
  family_facts: { family_id: string; seq: number; entry: string };
};

const COLUMNS = {
  families: [
    ['programme', 'program'],
    ['programme_version', 'program_version'],
    ['clinic_programme_id', 'clinic_program_id'],
    ['clinic_programme_name', 'clinic_program_name'],
    ['clinic_programme_version', 'clinic_program_version'],
  ],
  coaching_sessions: [
    ['programme', 'program'],
    ['programme_version', 'program_version'],
    ['programme_edits', 'program_edits'],
  ],
  clinic_programs: [
    ['clinic_programme_id', 'clinic_program_id'],
    ['programme', 'program'],
    ['programme_version', 'program_version'],
  ],
  practice_attempts: [
    ['programme', 'program'],
    ['programme_version', 'program_version'],
  ],
} as const;

/** “programme” becomes “program” in names of tables and columns, and in fields of facts of both logs. */
export async function up(db: Kysely<Before>): Promise<void> {
  await db.schema.alterTable('clinic_programmes').renameTo('clinic_programs').execute();
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const [from, to] of columns) await db.schema.alterTable(table).renameColumn(from, to).execute();
  }
  await respellSessionFacts(db);
  await respellFamilyFacts(db);
}

/** Only few facts name a program: those that open a session or a course, or change a course's program. */
const NAMES_IT = '%rogramme%":%';

async function respellSessionFacts(db: Kysely<Before>) {
  const rows = await db
    .selectFrom('session_facts')
    .select(['session_id', 'seq', 'fact'])
    .where('fact', 'like', NAMES_IT)
    .execute();
  for (const { session_id: sessionId, seq, fact } of rows) {
    await db
      .updateTable('session_facts')
      .set({ fact: respelled(fact) })
      .where('session_id', '=', sessionId)
      .where('seq', '=', seq)
      .execute();
  }
}

async function respellFamilyFacts(db: Kysely<Before>) {
  const rows = await db
    .selectFrom('family_facts')
    .select(['family_id', 'seq', 'entry'])
    .where('entry', 'like', NAMES_IT)
    .execute();
  for (const { family_id: familyId, seq, entry } of rows) {
    await db
      .updateTable('family_facts')
      .set({ entry: respelled(entry) })
      .where('family_id', '=', familyId)
      .where('seq', '=', seq)
      .execute();
  }
}

/** The JSON with its keys respelled. Text that people wrote is not changed. */
function respelled(json: string): string {
  return JSON.stringify(withKeys(JSON.parse(json)));
}

function withKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.replace('rogramme', 'rogram'), withKeys(one)]),
  );
}
