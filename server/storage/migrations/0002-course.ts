import type { Kysely } from 'kysely';
import { DEFAULT_PROGRAM } from '#shared/domain/programs/findProgram.ts';

type Before = {
  families: { family_id: string; programme: string | null; programme_version: string | null };
  coaching_sessions: { family_id: string; programme: string; programme_version: string; starts_at: string };
  family_facts: { family_id: string; seq: number; at: string; by: string; entry: string };
};

/** Courses of treatment, and the diaries of caregivers. Only types that SQLite and PostgreSQL share. */
export async function up(db: Kysely<Before>): Promise<void> {
  await widenFamilies(db);
  await widenSessions(db);
  await makeFamilyFacts(db);
  await makeDiaryTables(db);
  await openCourses(db);
}

async function widenFamilies(db: Kysely<Before>) {
  const columns = [
    'child_birth_month',
    'programme',
    'programme_version',
    'clinic_programme_id',
    'clinic_programme_name',
  ] as const;
  for (const column of columns) await db.schema.alterTable('families').addColumn(column, 'text').execute();
  await db.schema.alterTable('families').addColumn('clinic_programme_version', 'integer').execute();
}

async function widenSessions(db: Kysely<Before>) {
  for (const column of ['stage', 'treatment_phase', 'programme_edits'] as const) {
    await db.schema.alterTable('coaching_sessions').addColumn(column, 'text').execute();
  }
}

async function makeFamilyFacts(db: Kysely<Before>) {
  await db.schema
    .createTable('family_facts')
    .addColumn('family_id', 'text', (column) => column.notNull().references('families.family_id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('family_facts_pk', ['family_id', 'seq'])
    .execute();
}

async function makeDiaryTables(db: Kysely<Before>) {
  await db.schema
    .createTable('diary_links')
    .addColumn('secret_hash', 'text', (column) => column.primaryKey())
    .addColumn('family_id', 'text', (column) => column.notNull().references('families.family_id'))
    .addColumn('caregiver_id', 'text', (column) => column.notNull().references('caregivers.caregiver_id'))
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('redeemed_at', 'text')
    .execute();
  await db.schema
    .createTable('diary_browsers')
    .addColumn('credential_hash', 'text', (column) => column.primaryKey())
    .addColumn('family_id', 'text', (column) => column.notNull().references('families.family_id'))
    .addColumn('caregiver_id', 'text', (column) => column.notNull().references('caregivers.caregiver_id'))
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
}

/** Existing families continue under the programme of their last session, and their records begin now. */
async function openCourses(db: Kysely<Before>) {
  for (const { family_id: familyId } of await db.selectFrom('families').select('family_id').execute()) {
    const last = await db
      .selectFrom('coaching_sessions')
      .select(['programme', 'programme_version'])
      .where('family_id', '=', familyId)
      .orderBy('starts_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    const programme = last?.programme ?? DEFAULT_PROGRAM.id;
    const programmeVersion = last?.programme_version ?? DEFAULT_PROGRAM.version;
    await db
      .updateTable('families')
      .set({ programme, programme_version: programmeVersion })
      .where('family_id', '=', familyId)
      .execute();
    await db
      .insertInto('family_facts')
      .values({
        family_id: familyId,
        seq: 1,
        at: new Date().toISOString(),
        by: JSON.stringify({ id: 'earshot', name: 'Earshot' }),
        entry: JSON.stringify({ type: 'course.open', programme, programmeVersion, clinicProgramme: null }),
      })
      .execute();
  }
}
